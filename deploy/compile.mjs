// In a project's folder: node ../../deploy/compile.mjs [source folder] [target folder]
//
// TypeScript to JavaScript, file by file and without looking at types (`npm run typecheck` does), with a source map each.
import { transform } from '@swc/core';
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const forTests = ['spec', 'contract', 'fixture'].flatMap((suffix) => [`**/*.${suffix}.ts`, `**/*.${suffix}.tsx`]);

/** The settings are the project's `.swcrc`, else the repository's. */
export async function compile(project, source = 'src', target = 'dist') {
  const settings = [join(project, '.swcrc'), fileURLToPath(new URL('../.swcrc', import.meta.url))].find(existsSync);
  const { $schema: _, ...options } = JSON.parse(await readFile(settings, 'utf8'));
  await rm(join(project, target), { recursive: true, force: true });
  const files = globSync('**/*.{ts,tsx}', { cwd: join(project, source), exclude: [...forTests, '**/*.d.ts'] });
  await Promise.all(
    files.map((file) =>
      compileFile(join(project, source, file), join(project, target, file.replace(/\.tsx?$/, '.js')), options),
    ),
  );
}

async function compileFile(from, to, options) {
  const sourceFileName = relative(dirname(to), from);
  const compiled = await transform(await readFile(from, 'utf8'), {
    ...options,
    filename: from,
    sourceFileName,
    swcrc: false,
  });
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, `${compiled.code}\n//# sourceMappingURL=${basename(to)}.map`);
  await writeFile(`${to}.map`, compiled.map);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile(process.cwd(), ...process.argv.slice(2));
