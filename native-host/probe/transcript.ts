import { cleanText } from '../delivery/clean-text.ts';

/** The dialogue as text for whoever runs the server. Every line is cleaned and redacted when it is written. */
export type Transcript = {
  client(command: string): void;
  server(reply: string): void;
  note(text: string): void;
  text(): string;
};

/** More tells nobody anything, and it travels in one frame. */
const maxLines = 200;

/** @param secrets strings that no line may carry */
export function createTranscript(secrets: string[]): Transcript {
  const lines: string[] = [];
  const write = (side: string, text: string) => {
    if (lines.length < maxLines) lines.push(`${side} ${cleanText(text, secrets)}`);
  };
  return {
    client: (command) => write('C:', command),
    server: (reply) => {
      for (const line of reply.split('\n', maxLines)) write('S:', line);
    },
    note: (text) => write('--', text),
    text: () => lines.join('\n'),
  };
}
