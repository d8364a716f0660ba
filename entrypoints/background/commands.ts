import { next, type OutboxEvent } from '../../domain/outbox.ts';
import { arrangeAttachments } from '../../extension/capture/arrange-attachments.ts';
import { attachFile } from '../../extension/capture/attach-file.ts';
import { captureDraft } from '../../extension/capture/capture-draft.ts';
import { choosePdf } from '../../extension/capture/choose-pdf.ts';
import { keepPdf, lookBeforeSending } from '../../extension/capture/look-again.ts';
import type { Companion } from '../../extension/companion/client.ts';
import type { Dispatcher } from '../../extension/dispatcher.ts';
import { dropSecret } from '../../extension/drop-secret.ts';
import { resend } from '../../extension/resend.ts';
import { runProbe } from '../../extension/run-probe.ts';
import { sendTest } from '../../extension/send-test.ts';
import { keepTexts } from '../../extension/storage/draft.ts';
import { changeOutboxItem } from '../../extension/storage/outbox.ts';
import { submitDraft } from '../../extension/submit-draft.ts';
import type { Handlers } from '../../protocol/rpc-server.ts';
import type { Runtime } from '../../protocol/runtime.ts';

/** What pages may ask for, one line each. */
export function commands(
  companion: Companion,
  dispatcher: Dispatcher,
  memory: { password: boolean },
): Handlers<Runtime> {
  const decide =
    (type: 'retry' | 'mark-sent' | 'seen') =>
    async ({ id }: { id: string }) => {
      const event: OutboxEvent = { type };
      await changeOutboxItem(id, (item) => item && next(item, event, Date.now()));
      void dispatcher.run();
      return {};
    };
  return {
    capture: async ({ tabId, again }) => captureDraft({ tabId, again }, companion).then(() => ({})),
    captureTabs: async ({ tabId, tabIds }) =>
      captureDraft({ tabId, again: true, wanted: { kind: 'tabs', tabIds } }, companion).then(() => ({})),
    choose: async ({ tabId, choiceId }) => choosePdf(tabId, choiceId).then(() => ({})),
    keepPdf: async ({ tabId }) => keepPdf(tabId).then(() => ({})),
    attachFile: async ({ tabId, ...file }) => attachFile(tabId, file).then(() => ({})),
    arrange: async ({ tabId, attachments }) => arrangeAttachments(tabId, attachments).then(() => ({})),
    edit: async ({ tabId, texts }) => keepTexts(tabId, texts).then(() => ({})),
    send: async ({ tabId, texts, again, look = false }) => {
      await keepTexts(tabId, texts);
      await lookBeforeSending(tabId, look);
      const id = await submitDraft(tabId, again);
      void dispatcher.run();
      return { id };
    },
    resend: async ({ id, texts }) => {
      const draftId = await resend(id, texts);
      void dispatcher.run();
      return { id: draftId };
    },
    retry: decide('retry'),
    cancel: async ({ id }) => dispatcher.cancel(id).then(() => ({})),
    seen: decide('seen'),
    reconcile: () => {
      void dispatcher.run();
      return {};
    },
    markSent: decide('mark-sent'),
    checkCompanion: async () => ({ version: await companion.hello() }),
    saveSecret: async (request) => {
      const reply = await companion.call('saveSecret', request);
      memory.password ||= reply.store === 'session';
      return reply;
    },
    dropSecret: dropSecret(companion),
    hasSecret: (request) => companion.call('hasSecret', request),
    discover: (request) => companion.call('discover', request),
    sendTest: async (request) => ({ id: await sendTest(request, dispatcher) }),
    probe: runProbe(companion),
    cancelProbe: (request) => companion.call('cancelProbe', request),
  };
}
