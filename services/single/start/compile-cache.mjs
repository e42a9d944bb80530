import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { root } from '../../../deploy/bootstrap/run.mjs';

const folder = process.env.NODE_COMPILE_CACHE || join(root, '.nx', 'compiled');
const isFirst = !existsSync(folder);

/** What V8 compiled at an earlier start is read: a seventh of the CPU time of a start. Where the folder is not writable nothing is kept. */
export function useCompileCache() {
  module.enableCompileCache?.(folder);
}

/** Otherwise it is written when the process ends, which one that is killed does not do. */
export function keepCompiled() {
  if (isFirst) module.flushCompileCache?.();
}
