import rows from '../fixtures/bad-inputs.json' with { type: 'json' };

type Generated = { gen: 'repeat'; prefix: string; unit: string; count: number; suffix: string };

export type BadInput = {
  /** What the row is about, for the test's name. */
  why: string;
  input: unknown;
  expect: 'accept' | 'escape' | 'reject';
  normal?: string | string[];
  rules?: string[];
};

/** Rows of one group of the fixture; long inputs are written as a recipe there and made here. */
export function badInputs(group: string): BadInput[] {
  const found = (rows as (BadInput & { group: string })[]).filter((row) => row.group === group);
  return found.map((row) => ({ ...row, input: isGenerated(row.input) ? generate(row.input) : row.input }));
}

function isGenerated(input: unknown): input is Generated {
  return typeof input === 'object' && input !== null && 'gen' in input;
}

function generate({ prefix, unit, count, suffix }: Generated): string {
  return prefix + unit.repeat(count) + suffix;
}
