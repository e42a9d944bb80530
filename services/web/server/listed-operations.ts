import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside this file's build, or beside its source. */
const files = ['../operations.json', '../dist/operations.json'].map((relative) =>
  fileURLToPath(new URL(relative, import.meta.url)),
);

/** The operations of the desk and of analysis by their ids; none before the browser's build. */
export function listedOperations(): Readonly<Record<string, string>> {
  const file = files.find((path) => existsSync(path));
  return file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
}
