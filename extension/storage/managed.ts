import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { type Managed, managedSchema } from '../../domain/managed.ts';
import { z } from '../../domain/schema.ts';

/** What the organisation set by the browser's policies; empty where it set nothing. Nobody else can write it. */
export const managedItem: { read(): Promise<Managed>; watch(changed: (managed: Managed) => void): () => void } = {
  /** @throws TabpostError `policy-invalid`: rules that nobody can read must not be taken for none */
  async read() {
    const parsed = z.safeParse(managedSchema, await stored());
    if (parsed.success) return parsed.data;
    const detail = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new TabpostError('policy-invalid', { detail, cause: parsed.error });
  },
  watch(changed) {
    const listener = (_changes: object, area: string) => {
      if (area === 'managed') void managedItem.read().then(changed);
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};

/** Firefox has no managed storage at all unless an administrator laid a manifest for it. */
async function stored(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    if (error instanceof Error && /managed storage manifest not found/i.test(error.message)) return {};
    throw error;
  }
}
