import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isOfThisMachine } from '@otklik/kernel';
import { secretText } from './config.js';

export const metricsTokenSetting = secretText(
  'OTKLIK_METRICS_TOKEN',
  'bearer token that /metrics requires; without it they are served on a loopback address only, and not behind a public one',
);

export interface MetricsAccess {
  readonly host: string;
  readonly publicUrl?: string | undefined;
  readonly metricsToken?: string | undefined;
}

/** What a proxy adds to the requests that it passes on. */
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/** Whether `/metrics` may be served. With a token: to its bearers. Without one: to this machine only. */
export function showsMetrics(
  { host, publicUrl, metricsToken }: MetricsAccess,
  { authorization, ...headers }: IncomingHttpHeaders,
): boolean {
  if (metricsToken === undefined) return isOfThisMachine(host, publicUrl) && isAskedHere(headers);
  const hash = (words: string) => createHash('sha256').update(words).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${metricsToken}`));
}

/** A proxy on this machine asks from a loopback address, too: it says for whom, or by which name it was asked. */
function isAskedHere(headers: IncomingHttpHeaders): boolean {
  const name = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  return isOfThisMachine(name) && OF_PROXIES.every((header) => headers[header] === undefined);
}
