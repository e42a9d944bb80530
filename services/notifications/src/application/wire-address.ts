import { domainToASCII } from 'node:url';

/** As it goes to the server: the name of a host beyond ASCII (`алдан.рф`) in its wire form. Everything else stays. */
export function wireAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1);
  if (at < 0 || /^\p{ASCII}*$/u.test(host)) return text;
  const wire = domainToASCII(host);
  return wire === '' ? text : `${text.slice(0, at)}@${wire}`;
}
