import { createHash, timingSafeEqual } from 'node:crypto';
import { text } from './config.js';

export const metricsTokenSetting = text(
  'OTKLIK_METRICS_TOKEN',
  'bearer token that /metrics requires; without it they are served on a loopback address only',
  undefined,
);

/** Whether `/metrics` may be served. With a token: to its bearers. Without one: on a loopback listener only. */
export function showsMetrics(host: string, token: string | undefined, authorization: string | undefined): boolean {
  if (token === undefined) return isLoopback(host);
  const hash = (words: string) => createHash('sha256').update(words).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
}

function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
}
