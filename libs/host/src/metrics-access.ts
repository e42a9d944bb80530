import { createHash, timingSafeEqual } from 'node:crypto';
import { isOfThisMachine } from '@otklik/kernel';
import { text } from './config.js';

export const metricsTokenSetting = text(
  'OTKLIK_METRICS_TOKEN',
  'bearer token that /metrics requires; without it they are served on a loopback address only, and not behind a public one',
  undefined,
);

export interface MetricsAccess {
  readonly host: string;
  readonly publicUrl?: string | undefined;
  readonly metricsToken?: string | undefined;
}

/** Whether `/metrics` may be served. With a token: to its bearers. Without one: to this machine only. */
export function showsMetrics(
  { host, publicUrl, metricsToken }: MetricsAccess,
  authorization: string | undefined,
): boolean {
  if (metricsToken === undefined) return isOfThisMachine(host, publicUrl);
  const hash = (words: string) => createHash('sha256').update(words).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${metricsToken}`));
}
