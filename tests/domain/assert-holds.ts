import * as fc from 'fast-check';

/** Checks a synchronous property; fast-check's own `assert` is typed as if it might be a promise. */
export function assertHolds<Values>(property: fc.IProperty<Values>, numRuns = 300): void {
  void fc.assert(property, { numRuns });
}
