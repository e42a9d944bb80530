import { BlockList, isIP, isIPv4 } from 'node:net';

const INNER_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Parts of 2000::/3 that lead elsewhere: documentation, tunnels that carry an IPv4 address. */
const INNER_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const inner = new BlockList();
for (const [net, prefix] of INNER_IPV4) inner.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of INNER_IPV6) inner.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address is one of the public internet. Of IPv6 only 2000::/3 is: an address mapped from IPv4, NAT64, local
 * and multicast lie outside of it.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inner.check(address, 'ipv4');
  return isIP(address) === 6 && global.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

/** An address on one of a network's own hosts, over https, on the usual port, without a name and password in it. */
export function ownAddress(address: string, hosts: readonly string[]): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return undefined;
  const { hostname } = url;
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ? url : undefined;
}
