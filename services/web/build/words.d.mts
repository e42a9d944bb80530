import type { Plugin } from 'vite';

/** Ids that a language lacks or has beyond the others, as `en/worklist.json: title`. */
export function missingWords(folder: string): string[];
export function words(folder: string): Plugin;
