/**
 * Lets plain Node run the repository's TypeScript unchanged, compiled in memory as the build compiles it:
 * node --conditions=@otklik/source --import ./deploy/bootstrap/typescript.mjs <file>.ts
 * For benches and tools that must run outside Jest. Needs Node >= 22.15 (`npm run` puts the project's own 24 first).
 */
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const swcrc = fileURLToPath(new URL('../../.swcrc', import.meta.url));
const optionsOf = (file) => {
  const { $schema: _, sourceMaps: __, ...options } = JSON.parse(readFileSync(file, 'utf8'));
  return options;
};
const options = optionsOf(swcrc);
/** Of files with markup. */
const pageOptions = optionsOf(fileURLToPath(new URL('../../services/web/.swcrc', import.meta.url)));

registerHooks({
  // Relative imports end in .js, as Node asks of ES modules; beside a .ts or .tsx file the source is meant.
  resolve(specifier, context, next) {
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && /\.tsx?$/.test(context.parentURL ?? '')) {
      for (const extension of ['.ts', '.tsx']) {
        const source = new URL(specifier.replace(/\.js$/, extension), context.parentURL);
        if (existsSync(source)) return { url: source.href, shortCircuit: true };
      }
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !/\.tsx?$/.test(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...(url.endsWith('x') ? pageOptions : options),
      filename,
      swcrc: false,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
