import { maxRequestFrame } from '../protocol/limits.ts';
import type { Transport } from '../protocol/rpc.ts';
import { encodeFrame } from './encode-frame.ts';
import { parseFrame } from './frame-json.ts';
import { createFrameReader } from './frame-reader.ts';
import type { Output } from './guard-output.ts';

/**
 * The browser's end of the pipe as a Transport. A frame that is no JSON is answered and survived; a length that cannot be
 * is answered, then the program ends with exit code 1, because what follows could only be guessed. A stream that ends between two
 * frames is the browser leaving (exit code 0), inside a frame it is a fault (exit code 1).
 */
export function stdioTransport(input: NodeJS.ReadStream, output: Output): Transport {
  let receive: (frame: unknown) => void = () => {};
  let closed: Parameters<Transport['onClose']>[0] = () => {};
  let open = true;

  const leave: typeof closed = (reason) => {
    if (!open) return;
    open = false;
    closed(reason);
    input.destroy();
  };
  const send = (frame: unknown) => {
    if (open) output.write(encodeFrame(frame));
  };
  const refuse = () => send({ v: 1, type: 'failure', failure: { code: 'frame-invalid' } });
  const reader = createFrameReader((body) => {
    const frame = parseFrame(body);
    if (frame === undefined) refuse();
    else receive(frame);
  }, maxRequestFrame);

  input.on('data', (chunk: Buffer) => {
    try {
      reader.push(chunk);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refuse();
      process.exitCode = 1;
      leave('frame-invalid');
    }
  });
  input.on('end', () => {
    if (reader.unfinished()) process.exitCode = 1;
    leave();
  });
  input.on('error', () => leave());
  output.onGone(() => leave());

  return {
    send,
    onFrame: (listener) => {
      receive = listener;
    },
    onClose: (listener) => {
      closed = listener;
    },
  };
}
