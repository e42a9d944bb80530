import { SetMetadata } from '@nestjs/common';

export const BACKGROUND = Symbol('BACKGROUND');

/** Work that goes on beside requests and consumers: a clock, an indexer. */
export interface BackgroundTask {
  /** Before the process listens and its consumers run. */
  start(): Promise<void> | void;
  /** After its consumers and requests have ended; finishes what is in hand. */
  stop(): Promise<void> | void;
}

/**
 * Marks a provider that the process starts and stops. Not one of Nest's hooks: the operator's commands use the same
 * modules and start nothing.
 */
export function Background(): (target: new (...given: never[]) => BackgroundTask) => void {
  return SetMetadata(BACKGROUND, true);
}
