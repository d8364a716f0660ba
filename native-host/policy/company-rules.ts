import { readFileSync } from 'node:fs';
import { TabpostError } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';
import { settingsSchema } from '../../domain/settings.ts';
import { policyFiles } from './policy-files.ts';

/** Unknown fields are the business of newer versions. */
const policySchema = z.object({ disabled: z.optional(settingsSchema.shape.disabled) });

/**
 * Disabled addresses that an administrator set on this computer. Read anew for every mail: no request, setting or running program
 * holds an older list.
 * @throws TabpostError `policy-invalid`: a policy that nobody can read must not be taken for none
 */
export function companyRules(): string[] {
  return policyFiles().flatMap((file) => rulesIn(file));
}

function rulesIn(file: string): string[] {
  try {
    return z.parse(policySchema, JSON.parse(readFileSync(file, 'utf8'))).disabled ?? [];
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new TabpostError('policy-invalid', { detail: file, cause });
  }
}
