import { readdirSync, readFileSync } from 'node:fs';
import { lawOf, readLawFile, type Law } from './law-file.js';
import type { SourceFile } from './rules-of-law.js';

const root = new URL('../../../', import.meta.url);
const FOLDERS = ['libs', 'services', 'test/acceptance'];
const leftOut = /node_modules|\/(dist|bundle|generated|\.otklik)\/|\.fixture\.ts$|\/rules-of-law\./;

/** The rules of `deploy/law`. `today`: the day by which they are in force. */
export function lawOfDeploy(today: string): Law {
  const folder = new URL('deploy/law/', root);
  const files = readdirSync(folder).sort();
  return lawOf(
    files.map((name) => ({ name, rules: readLawFile(name, readFileSync(new URL(name, folder), 'utf8'), today) })),
  );
}

/** The repository's TypeScript, without generated files, fixtures and what makes this page. */
export function sourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true })
      .map((path) => `${folder}/${String(path)}`)
      .filter((path) => path.endsWith('.ts') && !leftOut.test(path)),
  )
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}
