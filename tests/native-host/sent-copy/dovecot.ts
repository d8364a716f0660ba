import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from '../../support/certificate.ts';
import { freePort } from '../../support/free-port.ts';

export type Dovecot = {
  port: number;
  /** Whole messages in a folder of the mailbox, with the line ends that files have. */
  messages(folder: string): string[];
  stop(): void;
};

export type Mailbox = {
  program: string;
  certificate: Certificate;
  login: { user: string; pass: string };
  /** Folder that is marked as \Sent. */
  sent: string;
};

/** A real Dovecot of our own on this computer: STARTTLS, login, one folder for sent mail. Needs root, as Dovecot does. */
export async function startDovecot({ program, certificate, login, sent }: Mailbox): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-dovecot-'));
  chmodSync(folder, 0o755); // its parts run as users of their own
  const port = await freePort();
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  execFileSync('chown', ['nobody', mail]);
  writeFileSync(join(folder, 'cert.pem'), certificate.cert);
  writeFileSync(join(folder, 'key.pem'), certificate.key);
  writeFileSync(join(folder, 'users'), `${login.user}:{PLAIN}${login.pass}\n`);
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configFile({ folder, port, sent }));
  execFileSync(program, ['-c', config], { stdio: 'ignore' }); // returns when its ports are open
  return {
    port,
    messages: (name) => messagesIn(join(mail, login.user, `.${name}`)),
    stop() {
      execFileSync('doveadm', ['-c', config, 'stop']);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Maildir: new ones lie in `new` until a program has looked, then in `cur`. */
function messagesIn(maildir: string): string[] {
  const parts = ['new', 'cur'].map((part) => join(maildir, part)).filter(existsSync);
  return parts.flatMap((part) =>
    readdirSync(part).map((name) => readFileSync(join(part, name), 'latin1').replaceAll('\r\n', '\n')),
  );
}

function configFile({ folder, port, sent }: { folder: string; port: number; sent: string }): string {
  const [uid, gid] = ['-u', '-g'].map((flag) => execFileSync('id', [flag, 'nobody']).toString().trim());
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = yes
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
default_login_user = dovenull
default_internal_user = dovecot
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service auth {
  unix_listener auth-client {
    mode = 0666
  }
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox ${sent} {
    special_use = \\Sent
    auto = create
  }
}
`;
}
