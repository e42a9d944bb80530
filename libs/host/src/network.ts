import { isIPv6 } from 'node:net';

/**
 * The unit of limits by address: the /64 of an IPv6 address, because a provider gives each customer that much. An IPv4
 * address is its own unit, also when it is mapped into IPv6.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  // URL normalises it: lower case, no leading zeros, an IPv4 tail as two groups.
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
