import type { Postfix } from '../../tests/support/postfix.ts';

/** What every contender is given: the same server, the same bytes, the same two ends. */
export type Case = {
  postfix: Postfix;
  folder: string;
  /** The certificate, as a file. */
  ca: string;
  pdf: string;
  /** The whole message, built before. */
  message: string;
};

export const from = 'billing@test.example';
/** Thrown away by the server right after its 250. */
export const to = 'ann@client.example';
export const subject = 'Invoice 2026-001';
export const text = 'Please find the invoice attached.';
