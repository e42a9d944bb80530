import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Completed sets of the folder of backups, the oldest first. */
export function wholeSets(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));
  const paths = names.toSorted().map((name) => join(folder, name));
  return paths.filter((path) => readdirSync(path).includes('manifest.json'));
}
