import type { FailureCode } from '../../../domain/failure.ts';

/** Why a page cannot be carried. Not a TabpostError: its table would double what is injected into every page. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super(code);
    this.code = code;
  }
}
