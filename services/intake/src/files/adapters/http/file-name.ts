const MAX_NAME_LENGTH = 120;

/** The name of an uploaded file without its folders and unseen characters; undefined when nothing is left. */
export function fileName(raw: string | undefined): string | undefined {
  const last = raw?.split(/[/\\]/u).at(-1) ?? '';
  const name = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{C}+/gu, '')
    .trim();
  if (name === '' || name === '.' || name === '..') return undefined;
  const letters = [...name];
  if (letters.length <= MAX_NAME_LENGTH) return name;
  const extension = /\.\p{L}{1,5}$/u.exec(name)?.[0] ?? '';
  return `${letters.slice(0, MAX_NAME_LENGTH - extension.length - 1).join('')}…${extension}`;
}
