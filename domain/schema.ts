import * as z from 'zod/mini';

// Extension pages forbid eval; without this zod probes for it once and the browser reports a CSP violation.
z.config({ jitless: true });

export { z };
