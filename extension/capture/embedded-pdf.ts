import { foundPdf } from './found-pdf.ts';
import type { CaptureStrategy } from './strategy.ts';

/** The page shows one PDF inside itself, in a frame, an embed or an object. */
export const embeddedPdf: CaptureStrategy = {
  can: (_tab, probe) => 'embedded' in probe && probe.embedded.length === 1,
  async capture(tab, probe) {
    const [found] = 'embedded' in probe ? probe.embedded : [];
    return found && foundPdf(tab, found, 'embedded');
  },
};

/** It shows several: which one is meant only a person knows. */
export const severalPdfs: CaptureStrategy = {
  can: (_tab, probe) => 'embedded' in probe && probe.embedded.length > 1,
  capture: () => Promise.resolve(undefined),
};
