import { expect, it } from 'vitest';
import { repositoryFiles, textOf } from './repository.ts';

const faults = Array.from({ length: 30 }, (_, at) => `F${at + 1}`);

/** Titles and rows of tables begin with the fault they are about. */
const named = repositoryFiles()
  .filter((file) => /^tests\/(?!repo\/).*\.tsx?$/.test(file))
  .flatMap((file) => [...textOf(file).matchAll(/['"`](F\d+)\b/g)].map(([, fault]) => fault));

it('every fault of the delivery promise, F1 to F30, names a test', () => {
  expect(faults.filter((fault) => !named.includes(fault))).toEqual([]);
});
