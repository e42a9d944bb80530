import { writeFileSync } from 'node:fs';
import { accessMatrix } from './access-matrix.js';

// `npm run access-matrix`
writeFileSync(new URL('../../../docs/access-matrix.md', import.meta.url), accessMatrix());
