// Vite plugin: the word files are compiled from ICU MessageFormat at build, so the browser needs no parser. A text that one
// language lacks stops the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const LANGUAGES = ['ru', 'en'];

/** Ids that a language lacks or has beyond the others, as `en/worklist.json: title`. */
export function missingWords(folder) {
  const inFolder = LANGUAGES.flatMap((language) => readdirSync(join(folder, language)));
  const files = new Set(inFolder.filter((name) => name.endsWith('.json')));
  const missing = [];
  for (const file of files) {
    const texts = LANGUAGES.map((language) => read(join(folder, language, file)));
    const ids = new Set(texts.flatMap((words) => Object.keys(words)));
    for (const [at, language] of LANGUAGES.entries())
      for (const id of ids) if (!texts[at][id]) missing.push(`${language}/${file}: ${id}`);
  }
  return missing;
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

export function words(folder) {
  return {
    name: 'otklik:words',
    enforce: 'pre',
    buildStart() {
      const missing = missingWords(folder);
      if (missing.length > 0) this.error(`Texts are missing:\n  ${missing.join('\n  ')}`);
    },
    transform(code, id) {
      if (!id.startsWith(folder) || !id.endsWith('.json')) return undefined;
      const texts = Object.entries(JSON.parse(code)).map(([key, text]) => [key, compileMessage(text)]);
      return { code: JSON.stringify(Object.fromEntries(texts)), map: null };
    },
  };
}
