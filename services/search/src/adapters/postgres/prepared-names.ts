import { hash } from 'node:crypto';

/**
 * Names under which statements made at run time are prepared: the same text, the same name. After `most` texts no more
 * are named, and those run unprepared: a connection keeps the plan of each name for as long as it lives, and whoever asks
 * in ever new ways shall not fill the server's memory.
 */
export function preparedNames(prefix: string, most: number): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= most) return known;
    const name = `${prefix} ${hash('sha1', text, 'base64url').slice(0, 16)}`;
    names.set(text, name);
    return name;
  };
}
