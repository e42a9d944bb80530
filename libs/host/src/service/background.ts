import { SetMetadata } from '@nestjs/common';

export const BACKGROUND = Symbol('BACKGROUND');

/** Work beside requests and consumers: a timer, an indexer. */
export interface BackgroundTask {
  /** Called before the process listens and its consumers run. */
  start(): Promise<void> | void;
  /** Called after consumers and requests have ended; finishes the current piece of work. */
  stop(): Promise<void> | void;
}

/**
 * Marks a provider that the process starts and stops. Nest's lifecycle hooks are not used, because the operator's commands
 * load the same modules and start nothing.
 */
export function Background(): (target: new (...given: never[]) => BackgroundTask) => void {
  return SetMetadata(BACKGROUND, true);
}
