import { type Failure, type FailureCode, TabpostError } from '../domain/failure.ts';
import { z } from '../domain/schema.ts';
import { type ByteSource, base64Chunks } from './byte-stream.ts';
import {
  type AnswerOf,
  type Contract,
  eventFrame,
  failureFrame,
  type Procedure,
  type RequestOf,
  replyFrame,
  type StreamFrame,
  streamFrame,
  type Transport,
} from './rpc.ts';
import { collectDownload } from './rpc-download.ts';

type CallOptions = {
  /** The bytes that follow the request of a procedure with `upload`. */
  upload?: ByteSource;
};

export type Client<C extends Contract> = {
  /** @throws TabpostError the other side's failure, or the procedure's `onLost` */
  call<Name extends keyof C & string>(
    name: Name,
    request: RequestOf<C[Name]>,
    options?: CallOptions,
  ): Promise<AnswerOf<C[Name]>>;
  onEvent(name: string, receive: (body: unknown) => void): void;
};

type Pending = {
  /** A piece of the download. */
  take(part: StreamFrame): void;
  settle(outcome: { body: unknown } | { failure: Failure }): void;
  /** Silence or a lost port. */
  lose(reason?: FailureCode, cause?: unknown): void;
};

/** A client for this contract. Every request has an id and a deadline of its own; replies are matched by id. */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const pending = new Map<string, Pending>();
  const listeners = new Map<string, ((body: unknown) => void)[]>();
  let closed: { reason?: FailureCode } | undefined;
  let lastId = 0;

  transport.onFrame((frame) => {
    const part = z.safeParse(streamFrame, frame);
    if (part.success) return pending.get(part.data.id)?.take(part.data);
    const event = z.safeParse(eventFrame, frame);
    if (event.success) for (const receive of listeners.get(event.data.name) ?? []) receive(event.data.body);
    const reply = z.safeParse(replyFrame, frame);
    if (reply.success) pending.get(reply.data.id)?.settle({ body: reply.data.body });
    const failure = z.safeParse(failureFrame, frame);
    if (failure.success && failure.data.id) pending.get(failure.data.id)?.settle({ failure: failure.data.failure });
  });
  transport.onClose((reason) => close(reason));

  return {
    onEvent: (name, receive) => void listeners.set(name, [...(listeners.get(name) ?? []), receive]),
    call: (name, request, options = {}) =>
      new Promise((resolve, reject) => {
        const procedure = Object.hasOwn(contract, name) ? contract[name] : undefined;
        if (!procedure) throw new TabpostError('procedure-unknown', { detail: name });
        const id = String(++lastId);
        const lose: Pending['lose'] = (reason, cause) =>
          finish(() => reject(new TabpostError(meaning(procedure.onLost, reason), { cause })));
        const deadline = startDeadline(procedure.timeoutMs, () => lose());
        const finish = (answer: () => void) => {
          deadline.stop();
          if (pending.delete(id)) answer();
        };
        const download = collectDownload();
        const take: Pending['take'] = (part) => {
          download.take(part);
          deadline.restart();
        };
        const settle: Pending['settle'] = (outcome) =>
          finish(() => {
            if ('failure' in outcome) return reject(TabpostError.from(outcome.failure));
            const body = z.safeParse(procedure.response, outcome.body);
            if (!body.success)
              return reject(new TabpostError(unreadable(procedure.onLost), { detail: `reply to ${name}` }));
            resolve(answer(procedure, body.data, download.finish) as AnswerOf<C[typeof name]>);
          });
        pending.set(id, { take, settle, lose });
        if (closed) return lose(closed.reason);
        send({ v: 1, id, type: name, body: request });
        if (options.upload) upload(id, options).then(deadline.restart, (error: unknown) => abandon(id, error));
      }),
  };

  function close(reason?: FailureCode, cause?: unknown): void {
    closed ??= reason ? { reason } : {};
    for (const request of [...pending.values()]) request.lose(reason, cause);
  }

  /** A port that is gone throws here before anybody has told of its close. */
  function send(frame: unknown): void {
    if (closed) return;
    try {
      transport.send(frame);
    } catch (error) {
      close(undefined, error);
    }
  }

  async function upload(id: string, { upload: source }: CallOptions): Promise<void> {
    if (!source) return;
    let seq = 0;
    for await (const data of base64Chunks(source)) {
      // Answered already (a known mail, a refusal) or past its deadline: nobody waits for the rest.
      if (!pending.has(id)) return send({ v: 1, id, type: 'abort' });
      send({ v: 1, id, type: 'chunk', seq: seq++, data });
    }
    send({ v: 1, id, type: 'end', size: source.size });
  }

  function abandon(id: string, error: unknown): void {
    send({ v: 1, id, type: 'abort' });
    const detail = error instanceof Error ? error.message : String(error);
    pending.get(id)?.settle({ failure: { code: 'draft-missing', detail } });
  }
}

function answer(procedure: Procedure, body: unknown, finish: () => Promise<Blob>): unknown {
  return procedure.download ? finish().then((bytes) => ({ body, bytes })) : body;
}

/** An answer nobody can read may be good news: it is never taken for a refusal where the outcome is at stake. */
function unreadable(onLost: FailureCode): FailureCode {
  return onLost === 'outcome-unknown' ? onLost : 'frame-invalid';
}

/** A port that says why it closed knows better than the procedure, unless the outcome is at stake. */
function meaning(onLost: FailureCode, reason: FailureCode | undefined): FailureCode {
  return onLost === 'outcome-unknown' ? onLost : (reason ?? onLost);
}

function startDeadline(ms: number, expired: () => void): { stop(): void; restart(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(expired, ms);
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const restart = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(expired, ms);
  };
  return { stop, restart };
}
