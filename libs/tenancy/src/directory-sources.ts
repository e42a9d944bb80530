import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Where the files beside those of the districts are, unless a caller says otherwise. */
export const besideDistricts = {
  calendars: (districts: string): string => join(districts, '..', 'calendars'),
  law: (districts: string): string => join(districts, '..', 'law'),
  synonyms: (districts: string): string => join(districts, '..', 'synonyms.yaml'),
  /** Parts of editions that the product brings, `*.part.tsv`; the folder may be missing. */
  classifier: (districts: string): string => join(districts, '..', 'classifier'),
} as const;

/** The files that a load of the districts of a folder reads. */
export async function directorySources(districts: string): Promise<readonly string[]> {
  const { calendars, law, synonyms, classifier } = besideDistricts;
  const folders = await Promise.all([districts, calendars(districts), law(districts)].map(yamlPaths));
  return [...folders.flat(), synonyms(districts), ...(await classifierPaths(classifier(districts)))];
}

export async function yamlFiles(folder: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const paths = await yamlPaths(folder);
  return Promise.all(paths.map(async (path) => ({ name: basename(path), text: await readFile(path, 'utf8') })));
}

/** Paths of the parts that the product brings. */
export async function classifierPaths(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const parts = names.filter((name) => name.endsWith('.part.tsv')).sort();
  return parts.map((name) => join(folder, name));
}

async function yamlPaths(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return names.map((name) => join(folder, name));
}
