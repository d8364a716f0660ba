import { isLoopback } from '../../../domain/loopback.ts';
import { addressSchema, displayNameSchema } from '../../../domain/mailbox.ts';
import { hostSchema, portSchema, profileSchema, serverSchema } from '../../../domain/profile.ts';
import type { AccountValues } from './account-values.ts';
import { check, type FieldProblem, fits, given } from './field-problem.ts';
import { isBlankAccount } from './is-blank-account.ts';
import { loginOf } from './login-of.ts';
import { maxReplyTo } from './max-reply-to.ts';

type Problem = FieldProblem<keyof AccountValues>;

/** Everything that keeps an account from being saved, in the order of the fields. */
export function accountProblems(values: AccountValues): Problem[] {
  if (isBlankAccount(values)) return [];
  return [
    ...serverProblems(values),
    ...loginProblems(values),
    ...senderProblems(values),
    ...(values.sentCopy ? sentCopyProblems(values) : []),
  ];
}

function serverProblems({ name, host, port, security, authentication }: AccountValues): Problem[] {
  const plain = security === 'none' && authentication && !isLoopback(host);
  return [
    ...check('name', fits(profileSchema.shape.name, name.trim()) || 'name'),
    ...given('host', host, () => fits(hostSchema, host.trim()) || 'host'),
    ...given('port', port, () => fits(portSchema, Number(port)) || 'port'),
    ...(plain ? [{ field: 'security', code: 'plain-password' } as const] : []),
  ];
}

function loginProblems(values: AccountValues): Problem[] {
  const { authentication, email, password, otherLogin, login } = values;
  const isLogin = fits(serverSchema.shape.login, loginOf(values));
  return [
    ...given('email', email, () => fits(addressSchema, email.trim()) || 'email'),
    ...(authentication && otherLogin ? given('login', login, () => isLogin || 'login') : []),
    ...check('password', /^[^\p{Cc}\p{Cs}]{0,1024}$/u.test(password) || 'password'),
  ];
}

function senderProblems({ sender, senderName, replyTo, signature, fileNamePattern }: AccountValues): Problem[] {
  const fewEnough = replyTo.mailboxes.length <= maxReplyTo;
  return [
    ...check('sender', sender.trim() === '' || fits(addressSchema, sender.trim()) || 'email'),
    ...check('senderName', fits(displayNameSchema, senderName.trim()) || 'name'),
    ...check('replyTo', replyTo.text.trim() === '' || 'reply-to'),
    ...check('replyTo', fewEnough || 'reply-to-many'),
    ...check('signature', fits(profileSchema.shape.signature, signature) || 'signature'),
    ...check('fileNamePattern', isPattern(fileNamePattern) || 'pattern'),
  ];
}

/** A brace that is none of ours is a typing mistake that would end up in every file's name. */
function isPattern(text: string): boolean {
  return (
    fits(profileSchema.shape.fileNamePattern, text) && !/[{}]/.test(text.replace(/\{(?:number|customer|date)\}/g, ''))
  );
}

function sentCopyProblems({
  sentCopyHost: host,
  sentCopyPort: port,
  sentCopyFolder: folder,
}: AccountValues): Problem[] {
  return [
    ...given('sentCopyHost', host, () => fits(hostSchema, host.trim()) || 'host'),
    ...given('sentCopyPort', port, () => fits(portSchema, Number(port)) || 'port'),
    ...check('sentCopyFolder', /^[^\p{Cc}\p{Cs}]{0,255}$/u.test(folder.trim()) || 'folder'),
  ];
}
