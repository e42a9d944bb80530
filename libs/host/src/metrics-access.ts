import { createHash, timingSafeEqual } from 'node:crypto';
import { text } from './config.js';

export const metricsTokenSetting = text(
  'OTKLIK_METRICS_TOKEN',
  'bearer token that /metrics asks for; without it only a loopback address shows them',
  undefined,
);

/** May `/metrics` be shown? With a token: to who brings it. Without one: where nobody else can reach the listener. */
export function showsMetrics(host: string, token: string | undefined, authorization: string | undefined): boolean {
  if (token === undefined) return isLoopback(host);
  const hash = (words: string) => createHash('sha256').update(words).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
}

function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
}
