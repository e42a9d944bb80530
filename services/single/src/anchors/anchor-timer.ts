import { Polling } from '@otklik/host';
import type { Composition } from '../composition.js';
import { anchorHeads } from './anchor-heads.js';

const MINUTE_MS = 60_000;

/** Anchors the chains of the running installation; answers how it is stopped, with a last anchor. */
export function startAnchors(composition: Composition): () => Promise<void> {
  const { logger, config } = composition;
  const known = new Map<string, string>();
  const anchor = () => anchorHeads(composition, known, new Date().toISOString());
  const failed = (error: unknown) => logger.warn('the chains were not anchored; it will be tried again', { error });
  const idleMs = config.anchorMinutes * MINUTE_MS;
  const polling = new Polling(async () => (await anchor(), 0), failed, { idleMs, retryMs: MINUTE_MS });
  polling.start();
  return async () => {
    await polling.stop();
    await anchor().catch(failed);
  };
}
