import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export type BlackHole = { port: number; close(): void };

const program = `
  const server = require('node:net').createServer();
  server.listen(0, '127.0.0.1', 0, () => console.log(server.address().port));
`;

/**
 * A port that answers nothing at all, as behind a firewall that drops: a stopped program whose queue of connections is full.
 */
export async function blackHole(): Promise<BlackHole> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const port = Number(line);
  child.kill('SIGSTOP');
  const fillers = await fill(port);
  return {
    port,
    close() {
      for (const socket of fillers) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

/** ms after which a connection on this computer counts as not taken. */
const notTaken = 300;

async function fill(port: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (;;) {
    const socket = connect({ port, host: '127.0.0.1' }).on('error', () => {}); // destroyed at the end
    sockets.push(socket);
    const taken = await once(socket, 'connect', { signal: AbortSignal.timeout(notTaken) }).catch(() => undefined);
    if (!taken) return sockets;
  }
}
