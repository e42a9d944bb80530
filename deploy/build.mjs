// npm run build [single | all]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './bootstrap/build.mjs';
import { explain } from './bootstrap/plain-error.mjs';
import { root } from './bootstrap/run.mjs';

mkdirSync(join(root, '.nx'), { recursive: true });
const [programs = 'all'] = process.argv.slice(2);
await build(programs).catch(explain);
