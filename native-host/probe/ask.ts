import { lineOf, type Trial } from './trial.ts';

/** Says a command and hears the reply. @param shown stands in the transcript in place of a secret */
export function ask(trial: Trial, command: string, shown?: string): Promise<string> {
  const line = lineOf(trial);
  line.say(command, shown);
  return line.hear(trial.patience.command);
}

/** RFC 5321 4.2.1: 2xx is the only yes. */
export function isYes(reply: string): boolean {
  return reply.startsWith('2');
}
