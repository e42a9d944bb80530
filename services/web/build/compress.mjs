// After `vite build`: a .br and a .gz beside each text of the browser's build, so that nothing is compressed per request.
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const MIN_BYTES = 1024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

await Promise.all(
  globSync('dist/browser/**/*.{js,mjs,css,svg,html}').map(async (path) => {
    const content = await readFile(path);
    if (content.length < MIN_BYTES) return;
    await writeFile(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
  }),
);
