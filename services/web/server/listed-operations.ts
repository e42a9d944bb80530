import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documents } from './resident/operations.js';

/** Beside this file's build, or beside its source. */
const files = ['../operations.json', '../dist/operations.json'].map((relative) =>
  fileURLToPath(new URL(relative, import.meta.url)),
);

/** The operations of the desk and of analysis by their ids, none before the browser's build; those of the residents' pages. */
export function listedOperations(): Readonly<Record<string, string>> {
  const file = files.find((path) => existsSync(path));
  const desk = file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
  return { ...desk, ...documents };
}
