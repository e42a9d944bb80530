import { sweepUploads } from '../../application/files.js';
import type { IntakeParts } from '../../intake-parts.js';

const HOUR_MS = 3_600_000;

export interface Sweeper {
  /** Once, now. */
  sweep(): Promise<void>;
  /** Ends the clock; what is under way is finished. */
  stop(): Promise<void>;
}

/** Every hour: uploads that nobody claimed within a day, bytes of files that are gone, and windows of attempts go. */
export function startSweeper(parts: Pick<IntakeParts, 'directory' | 'files' | 'attempts' | 'now' | 'logger'>): Sweeper {
  let underWay = Promise.resolve();
  const sweep = async (): Promise<void> => {
    for (const { id: district } of parts.directory.districts()) {
      try {
        await parts.attempts.sweep(district, parts.now());
        const count = await sweepUploads(parts.files, district, parts.now());
        if (count > 0) parts.logger.info('unclaimed uploads are gone', { service: 'intake', district, count });
      } catch (error) {
        parts.logger.warn('sweeping failed; again in an hour', { service: 'intake', district, error });
      }
    }
  };
  const clock = setInterval(() => void (underWay = underWay.then(sweep)), HOUR_MS);
  clock.unref();
  return {
    sweep,
    stop: async () => {
      clearInterval(clock);
      await underWay;
    },
  };
}
