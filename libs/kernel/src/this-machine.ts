/** `localhost` and all below it: RFC 6761, 6.3. */
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[?::1\]?|(?:[a-z0-9-]+\.)*localhost)$/;

/**
 * Whether only this machine reaches what listens on `host`: a loopback address, and no public one, at which a proxy passes on the
 * requests of everybody.
 */
export function isOfThisMachine(host: string, publicUrl?: string): boolean {
  const names = publicUrl === undefined ? [host] : [host, URL.parse(publicUrl)?.hostname ?? ''];
  return names.every((name) => LOOPBACK.test(name));
}
