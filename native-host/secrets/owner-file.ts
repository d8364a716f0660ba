import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { secretKey } from '../../domain/profile.ts';
import { dataFolder } from '../data-folder.ts';
import type { SecretOwner } from './secret-store.ts';

/** The file that belongs to an owner; its name tells nobody who that is. */
export function ownerFile(owner: SecretOwner, ending = ''): string {
  return join(dataFolder('secrets'), createHash('sha256').update(secretKey(owner)).digest('hex') + ending);
}
