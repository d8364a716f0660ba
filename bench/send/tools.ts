import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, from, subject, text, to } from './case.ts';
import { runProgram as run } from './run-program.ts';

/** Whole runs of programs that people send mail with from a command line; each builds the message itself, but for the last. */
export type Tool = { name: string; send(given: Case): Promise<unknown> };

/** Those that this computer has, and that can do it: Debian's swaks for one does no TLS by itself. */
export async function usableTools(given: Case): Promise<Tool[]> {
  const tried = await Promise.allSettled(tools.map((tool) => tool.send(given)));
  return tools.filter(({ name }, index) => {
    const result = tried[index];
    if (result?.status === 'rejected') console.log(`left out: ${name}: ${String(result.reason).split('\n')[0]}`);
    return result?.status === 'fulfilled';
  });
}

const tools: Tool[] = [
  {
    name: 'curl -F',
    send: (given) => {
      const headers = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`].flatMap((line) => ['-H', line]);
      const pdf = `=@${given.pdf};type=application/pdf;encoder=base64`;
      return run('curl', [...curl(given), ...headers, '-F', `=${text}`, '-F', pdf]);
    },
  },
  {
    name: 'swaks',
    send: ({ postfix, ca, pdf }) => {
      const { user, pass } = postfix.login;
      const server = ['--server', `localhost:${postfix.port}`, '--tls', '--tls-verify', '--tls-ca-path', ca];
      const login = ['--auth', 'PLAIN', '--auth-user', user, '--auth-password', pass];
      const mail = ['--from', from, '--to', to, '--header', `Subject: ${subject}`, '--body', text];
      return run('swaks', [
        ...server,
        ...login,
        ...mail,
        '--attach-type',
        'application/pdf',
        '--attach',
        `@${pdf}`,
        '--silent',
        '2',
      ]);
    },
  },
  {
    // It cannot attach anything: it gets the message that was built before.
    name: 'msmtp, ready message',
    send: (given) => run('sh', ['-c', 'exec msmtp -C "$1" -- "$2" < "$3"', 'sh', msmtpFile(given), to, given.message]),
  },
  {
    name: 's-nail',
    send: (given) => run('s-nail', ['-:u', '-a', given.pdf, '-s', subject, to], { MAILRC: nailFile(given) }),
  },
  {
    name: 'curl, ready message (floor)',
    send: (given) => run('curl', [...curl(given), '--upload-file', given.message]),
  },
];

function curl({ postfix, ca }: Case): string[] {
  const { user, pass } = postfix.login;
  const server = [
    '--url',
    `smtp://localhost:${postfix.port}`,
    '--ssl-reqd',
    '--cacert',
    ca,
    '--user',
    `${user}:${pass}`,
  ];
  return ['-sS', ...server, '--mail-from', from, '--mail-rcpt', to];
}

function msmtpFile({ postfix, ca, folder }: Case): string {
  const { user, pass } = postfix.login;
  const lines = ['account default', 'host localhost', `port ${postfix.port}`, 'tls on', 'tls_starttls on'];
  lines.push(`tls_trust_file ${ca}`, 'auth plain', `user ${user}`, `password ${pass}`, `from ${from}`);
  return secretFile(join(folder, 'msmtprc'), lines);
}

function nailFile({ postfix, ca, folder }: Case): string {
  const { user, pass } = postfix.login;
  const account = `${encodeURIComponent(user)}:${encodeURIComponent(pass)}`;
  const lines = ['set v15-compat', `set mta=smtp://${account}@localhost:${postfix.port}`, 'set smtp-use-starttls'];
  lines.push(
    'set smtp-auth=plain',
    `set tls-ca-file=${ca}`,
    'set tls-verify=strict',
    `set from=${from}`,
    'set sendwait',
  );
  return secretFile(join(folder, 'mailrc'), lines);
}

function secretFile(path: string, lines: string[]): string {
  writeFileSync(path, `${lines.join('\n')}\n`);
  chmodSync(path, 0o600);
  return path;
}
