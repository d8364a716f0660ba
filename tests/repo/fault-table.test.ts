import { expect, it } from 'vitest';
import { repositoryFiles, textOf } from './repository.ts';

const faults = Array.from({ length: 30 }, (_, at) => `F${at + 1}`);
const tests = repositoryFiles().filter((file) => /^tests\/(?!repo\/).*\.tsx?$/.test(file));
const titles = tests.flatMap((file) => textOf(file).match(/(?:test|it|describe)(?:\.each.*?)?\(\s*['"`][^'"`]*/gs) ?? []);
const rows = tests.flatMap((file) => textOf(file).match(/^\s*\[?\s*(?:name: )?['"`]F\d+ [^'"`]*/gm) ?? []);
const named = new Set([...titles, ...rows].flatMap((title) => title.match(/\bF\d+\b/g) ?? []));

it('every fault of the delivery promise, F1 to F30, is the name of a test', () => {
  expect(faults.filter((fault) => !named.has(fault))).toEqual([]);
});
