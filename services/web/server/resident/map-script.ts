import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The manifest of the browser's build, beside this file's build or beside its source. */
const manifests = ['../../browser/', '../../dist/browser/'].map((relative) =>
  fileURLToPath(new URL(`${relative}.vite/manifest.json`, import.meta.url)),
);
const ENTRY = 'resident/map.ts';

/**
 * Address of the script that draws the vector map on the public page, as the browser's build names it now; undefined where it is
 * not built.
 */
export async function mapScript(): Promise<string | undefined> {
  for (const manifest of manifests) {
    const text = await readFile(manifest, 'utf8').catch(() => undefined);
    const built = text && (JSON.parse(text) as Readonly<Record<string, { readonly file: string } | undefined>>)[ENTRY];
    if (built) return `/desk/${built.file}`;
  }
  return undefined;
}
