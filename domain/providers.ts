import type { Preset } from './presets.ts';
import { europeanProviders } from './providers-europe.ts';
import { hostingProviders } from './providers-hosting.ts';
import { worldProviders } from './providers-world.ts';

/**
 * Outgoing servers as of November 2026, retyped from the providers' own pages and Mozilla's ISPDB.
 * A row is found by its mail domains, its server names or the mail exchangers of a company's own domain.
 */
export const providers: Preset[] = [...worldProviders, ...hostingProviders, ...europeanProviders];
