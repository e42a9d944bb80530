import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documents } from './resident/operations.js';

/** Beside this file's build, or beside its source. */
const files = ['../operations.json', '../dist/operations.json'].map((relative) =>
  fileURLToPath(new URL(relative, import.meta.url)),
);

/** Operations by their ids: those of the residents' pages, which a process of its own sends as texts, and those of the browser's build. */
export function listedOperations(): Readonly<Record<string, string>> {
  const file = files.find((path) => existsSync(path));
  const desk = file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
  return { ...documents, ...desk };
}
