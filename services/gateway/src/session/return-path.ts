/** Where to go after sign-in. */
export const DEFAULT_PATH = '/desk';
const MAX_LENGTH = 2_000;

/**
 * The path of ours that `to` names, with its query, percent-encoded, else `fallback`. What names another host (`//`, a backslash, a control
 * character in between) would send the official to another site (open redirect): it is read as browsers read it.
 */
export function returnPath(to: unknown, fallback = DEFAULT_PATH): string {
  if (typeof to !== 'string' || to.length > MAX_LENGTH || !/^\/\P{Cc}*$/u.test(to)) {
    return fallback;
  }
  const { origin, pathname, search } = new URL(to, 'http://here.invalid');
  const path = `${pathname}${search}`;
  const isOurs = origin === 'http://here.invalid' && !path.startsWith('//') && !path.startsWith('/session/');
  return isOurs && path.length <= MAX_LENGTH ? path : fallback;
}
