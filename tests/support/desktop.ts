import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A screen that nobody sees, for what headless browsers lack: prompts, context menus, the side panel. */
export type Desktop = {
  /** Value for DISPLAY. */
  display: string;
  /** Windows on the screen: a menu is one of its own. */
  windows(): number;
  /** Colour of one point of the screen, like #FFFFFF: a prompt darkens what it covers. */
  pixel(x: number, y: number): string;
  /** Presses keys, as xdotool names them. */
  press(...keys: string[]): void;
  close(): void;
};

export async function openDesktop(): Promise<Desktop> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(screen)}`;
  const env = { ...process.env, DISPLAY: display };
  // Without a window manager no window ever has the keyboard.
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  await once(manager, 'spawn');
  return {
    display,
    windows: () =>
      execFileSync('xdotool', ['search', '--onlyvisible', '--name', '.*'], { env }).toString().split('\n').length,
    pixel: (x, y) =>
      execFileSync('import', ['-window', 'root', '-crop', `1x1+${x}+${y}`, '-depth', '8', 'txt:-'], { env })
        .toString()
        .match(/#[0-9A-F]{6}/)?.[0] ?? '',
    press: (...keys) => void execFileSync('xdotool', ['key', '--clearmodifiers', ...keys], { env }),
    close() {
      manager.kill();
      screen.kill();
    },
  };
}

async function firstLine(screen: ChildProcess): Promise<string> {
  const output = screen.stdio[3];
  if (!output) throw new Error('Xvfb tells no display');
  const [line] = (await once(output, 'data')) as [Buffer];
  return line.toString().trim();
}
