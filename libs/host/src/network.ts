import { isIPv6 } from 'node:net';

/**
 * Whom a limit by address counts: one customer of a provider has a /64 of IPv6, not an address. IPv4 stays as it is, also
 * where it is written as IPv6.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  // As a URL it is written in one way: small letters, no leading zeros, IPv4 at its end as two groups.
  const written = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const groups = [...left, ...new Array<string>(8 - left.length - right.length).fill('0'), ...right];
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return ipv4(groups[6]!, groups[7]!);
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function ipv4(high: string, low: string): string {
  const [one, other] = [parseInt(high, 16), parseInt(low, 16)];
  return [one >> 8, one & 255, other >> 8, other & 255].join('.');
}
