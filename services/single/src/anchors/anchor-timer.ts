import { Polling } from '@otklik/host';
import type { Composition } from '../composition.js';
import { anchorHeads } from './anchor-heads.js';
import { mailAnchors } from './mail-anchors.js';

const MINUTE_MS = 60_000;

/**
 * Anchors the chains of the running installation, and mails them once a day. Answers how it is stopped, with a last anchor.
 */
export function startAnchors(composition: Composition): () => Promise<void> {
  const { logger, config } = composition;
  const known = new Map<string, string>();
  const anchor = (at: string) => anchorHeads(composition, known, at);
  const failed = (error: unknown) =>
    logger.warn('anchoring the chains or mailing the anchors failed; retrying', { error });
  const idleMs = config.anchorMinutes * MINUTE_MS;
  const pass = async (): Promise<number> => {
    const at = new Date().toISOString();
    await anchor(at);
    await mailAnchors(composition, at);
    return 0;
  };
  const polling = new Polling(pass, failed, { idleMs, retryMs: MINUTE_MS });
  polling.start();
  return async () => {
    await polling.stop();
    await anchor(new Date().toISOString()).catch(failed);
  };
}
