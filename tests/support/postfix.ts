import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issue, type TestCertificate } from '../native-host/probe/certificates.ts';
import { freePort } from './free-port.ts';

/** The message as it arrived, without the lines that Postfix puts before each copy when it stores it. */
type Delivered = { to: string; raw: string };

export type Postfix = {
  port: number;
  certificate: TestCertificate;
  login: { user: string; pass: string };
  /** What was delivered to people @keep.example, one copy for each recipient. */
  delivered(): Delivered[];
  stop(): void;
};

/** A password with what must be escaped somewhere. */
const awkwardLogin = { user: 'u@test.example', pass: 'p" #ä' };

/** A real Postfix of our own on this computer: STARTTLS, login, nothing relayed without it. Needs root, as Postfix does. */
export async function startPostfix(program: string, login = awkwardLogin): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-postfix-'));
  chmodSync(folder, 0o755); // its parts run as users of their own
  const port = await freePort();
  const certificate = await issue();
  lay(folder, { port, certificate, login });
  const run = (command: string) => execFileSync(program, ['-c', join(folder, 'etc'), command], { stdio: 'pipe' });
  run('start');
  await answers(port);
  return {
    port,
    certificate,
    login,
    delivered: () => {
      const names = readdirSync(join(folder, 'mail'), { recursive: true }).map(String);
      return names.filter((name) => /new\/./.test(name)).map((name) => readCopy(join(folder, 'mail', name)));
    },
    stop() {
      run('stop');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function readCopy(path: string): Delivered {
  const text = readFileSync(path, 'latin1');
  const to = /^Delivered-To: (.*)$/m.exec(text)?.[1] ?? '';
  return { to, raw: text.replace(/^(?:Return-Path|X-Original-To|Delivered-To): .*\r?\n/gm, '') };
}

type Plan = Pick<Postfix, 'port' | 'certificate' | 'login'>;

function lay(folder: string, { port, certificate, login }: Plan): void {
  for (const part of ['etc/sasl', 'spool', 'data', 'mail']) mkdirSync(join(folder, part), { recursive: true });
  const [uid, gid] = ['-u', '-g'].map((flag) => execFileSync('id', [flag, 'nobody']).toString().trim());
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  execFileSync('chown', ['nobody', join(folder, 'mail')]);
  writeFileSync(join(folder, 'cert.pem'), certificate.cert);
  writeFileSync(join(folder, 'key.pem'), certificate.key);
  writeFileSync(join(folder, 'etc/main.cf'), mainFile(folder, `static:${uid}`, `static:${gid}`));
  writeFileSync(join(folder, 'etc/master.cf'), masterFile(port));
  const passwords = join(folder, 'etc/sasl/sasldb2');
  const sasl = [
    'pwcheck_method: auxprop',
    'auxprop_plugin: sasldb',
    `sasldb_path: ${passwords}`,
    'mech_list: PLAIN LOGIN',
  ];
  writeFileSync(join(folder, 'etc/sasl/smtpd.conf'), `${sasl.join('\n')}\n`);
  const [name = '', domain = ''] = login.user.split('@');
  execFileSync('saslpasswd2', ['-p', '-c', '-f', passwords, '-u', domain, name], { input: login.pass });
  execFileSync('chown', ['postfix', passwords]);
}

function mainFile(folder: string, uid: string, gid: string): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${folder}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.test.example
mydestination =
mynetworks =
local_transport = discard
default_transport = discard:
relay_transport = discard:
virtual_mailbox_domains = keep.example
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = static:all/
virtual_uid_maps = ${uid}
virtual_gid_maps = ${gid}
message_size_limit = 67108864
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_tls_cert_file = ${folder}/cert.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain = test.example
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtputf8_enable = yes
`;
}

function masterFile(port: number): string {
  const services = ['bounce:bounce', 'defer:bounce', 'trace:bounce', 'error:error', 'retry:error', 'discard:discard'];
  const plain = services.map((pair) => pair.split(':')).map(([name, program]) => `${name} unix - - n - 0 ${program}`);
  return `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
${plain.join('\n')}
`;
}

/** `postfix start` returns before its port is open; nothing else tells. */
async function answers(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const socket = connect({ port, host: '127.0.0.1' });
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    if (Date.now() > deadline) throw new Error('Postfix did not open its port');
  }
}
