import { type Failure, TabpostError, toFailure } from '../domain/failure.ts';
import { z } from '../domain/schema.ts';
import {
  type Contract,
  callFrame,
  type Procedure,
  type RequestOf,
  type ResponseOf,
  streamFrame,
  streamWords,
  type Transport,
} from './rpc.ts';
import { type Download, downloadFrames, isDownload } from './rpc-download.ts';

/** Takes the bytes that follow a request. `write` is synchronous, so a slow disk slows the sender, not the memory. */
export type Upload<Response> = {
  /** @param data base64 */
  write(data: string): void;
  /** @param size bytes the sender says it sent */
  finish(size: number): Promise<Response>;
  /** The sender gave up, or was lost: leave nothing behind. */
  abort(): void;
};

type ResultOf<P extends Procedure> = P extends { download: true } ? Download<ResponseOf<P>> : ResponseOf<P>;

type Handler<P extends Procedure> = P extends { upload: true }
  ? (request: RequestOf<P>) => Upload<ResultOf<P>> | Promise<ResultOf<P>>
  : (request: RequestOf<P>) => ResultOf<P> | Promise<ResultOf<P>>;

export type Handlers<C extends Contract> = { [Name in keyof C & string]: Handler<C[Name]> };

export type Server = { emit(name: string, body: unknown): void };

type OpenUpload = { sink: Upload<unknown>; nextSeq: number };

/**
 * Serves a contract. A frame that is none, an unknown procedure or a body off its schema is answered with a failure
 * and touches nothing else; a handler's throw becomes plain data here and nowhere else.
 */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, transport: Transport): Server {
  const uploads = new Map<string, OpenUpload>();
  const running = new Set<string>();

  transport.onFrame((frame) => {
    try {
      receive(frame);
    } catch (error) {
      answer(idOf(frame), { failure: toFailure(error) });
    }
  });
  transport.onClose(() => {
    for (const { sink } of uploads.values()) sink.abort();
    uploads.clear();
  });

  return { emit: (name, body) => transport.send({ v: 1, type: 'event', name, body }) };

  function receive(frame: unknown): void {
    const part = z.safeParse(streamFrame, frame);
    if (part.success) return continueUpload(part.data);
    const call = z.safeParse(callFrame, frame);
    if (!call.success || isStreamWord(call.data.type)) throw new TabpostError('frame-invalid');
    begin(call.data.id, call.data.type, call.data.body);
  }

  function continueUpload(part: z.infer<typeof streamFrame>): void {
    const upload = uploads.get(part.id);
    if (!upload) return; // the rest of a stream whose request was answered already
    if (part.type === 'chunk') return take(part.id, upload, part);
    uploads.delete(part.id);
    if (part.type === 'abort') return upload.sink.abort();
    settle(part.id, upload.sink.finish(part.size));
  }

  function begin(id: string, name: string, body: unknown): void {
    const { procedure, handler } = lookUp(name);
    if (running.has(id) || uploads.has(id)) throw new TabpostError('request-invalid', { detail: 'id in use' });
    const request = z.safeParse(procedure.request, body ?? {});
    if (!request.success) throw new TabpostError('request-invalid', { detail: describe(request.error) });
    const result: unknown = handler(request.data);
    if (isUpload(result)) uploads.set(id, { sink: result, nextSeq: 0 });
    else settle(id, result);
  }

  function lookUp(name: string): { procedure: Procedure; handler: (request: unknown) => unknown } {
    const procedure = Object.hasOwn(contract, name) ? contract[name] : undefined;
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!procedure || !handler) throw new TabpostError('procedure-unknown', { detail: name.slice(0, 40) });
    return { procedure, handler: handler as (request: unknown) => unknown };
  }

  function take(id: string, upload: OpenUpload, part: { seq: number; data: string }): void {
    try {
      if (part.seq !== upload.nextSeq++)
        throw new TabpostError('attachment-incomplete', { detail: 'chunks out of order' });
      upload.sink.write(part.data);
    } catch (error) {
      uploads.delete(id);
      upload.sink.abort();
      throw error;
    }
  }

  function settle(id: string, result: unknown): void {
    running.add(id);
    void Promise.resolve(result)
      .then((whole) => (isDownload(whole) ? sendBytes(id, whole) : whole))
      .then(
        (body) => ({ body }),
        (error: unknown) => ({ failure: toFailure(error) }),
      )
      .then((outcome) => {
        running.delete(id);
        answer(id, outcome);
      });
  }

  async function sendBytes(id: string, { body, bytes }: Download<unknown>): Promise<unknown> {
    for await (const frame of downloadFrames(id, bytes)) transport.send(frame);
    return body;
  }

  function answer(id: string | undefined, outcome: { body: unknown } | { failure: Failure }): void {
    const type = 'failure' in outcome ? 'failure' : 'reply';
    transport.send({ v: 1, ...(id !== undefined && { id }), type, ...outcome });
  }
}

function isStreamWord(type: string): boolean {
  return streamWords.some((word) => word === type);
}

function isUpload(result: unknown): result is Upload<unknown> {
  return typeof result === 'object' && result !== null && 'write' in result && 'finish' in result;
}

function idOf(frame: unknown): string | undefined {
  const found = z.safeParse(z.object({ id: callFrame.shape.id }), frame);
  return found.success ? found.data.id : undefined;
}

/** Paths and codes only: the values could be anything, a password too. */
function describe(error: z.core.$ZodError): string {
  return error.issues
    .map(({ path, code }) => `${path.join('.') || 'body'}: ${code}`)
    .slice(0, 3)
    .join('; ');
}
