import { readFileSync, writeFileSync } from 'node:fs';
import { withTroubleshooting } from './troubleshooting-table.ts';

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, await withTroubleshooting(readFileSync(readme, 'utf8')));
