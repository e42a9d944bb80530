const LONGEST = 500;
/** Of a host that has a name in the internet: at least two labels, the last no number. So it is no address of numbers. */
const NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * An address that a person gave and that this machine is to call: https, a host by its name, the usual port, without a user,
 * password or fragment; or anything at one of the origins that the operator allows, `http://127.0.0.1:4801`. Where the name
 * leads is looked at when it is called.
 */
export function outsideAddress(given: string, allowed: readonly string[]): URL | undefined {
  if (given.length > LONGEST || !URL.canParse(given)) return undefined;
  const url = new URL(given);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (allowed.includes(url.origin)) return url;
  return url.protocol === 'https:' && url.port === '' && NAME.test(url.hostname) ? url : undefined;
}
