import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Where the files beside those of the districts are, unless a caller says otherwise. */
export const besideDistricts = {
  calendars: (districts: string): string => join(districts, '..', 'calendars'),
  law: (districts: string): string => join(districts, '..', 'law'),
  synonyms: (districts: string): string => join(districts, '..', 'synonyms.yaml'),
} as const;

/** The files that a load of the districts of a folder reads. */
export async function directorySources(districts: string): Promise<readonly string[]> {
  const { calendars, law, synonyms } = besideDistricts;
  const folders = await Promise.all([districts, calendars(districts), law(districts)].map(yamlPaths));
  return [...folders.flat(), synonyms(districts)];
}

export async function yamlFiles(folder: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const paths = await yamlPaths(folder);
  return Promise.all(paths.map(async (path) => ({ name: basename(path), text: await readFile(path, 'utf8') })));
}

async function yamlPaths(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return names.map((name) => join(folder, name));
}
