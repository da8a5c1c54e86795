// Where the bench leaves what it found.

import { fileURLToPath } from 'node:url';

/** Results and profiles. */
export const RESULTS = fileURLToPath(new URL('../../target/bench', import.meta.url));
