import { SetMetadata } from '@nestjs/common';

export const BACKGROUND = Symbol('BACKGROUND');

/** Work beside requests and consumers: a timer, an indexer. */
export interface BackgroundTask {
  /** Called before the process's consumers run; of one that requests need, before the process listens. */
  start(): Promise<void> | void;
  /** Called after consumers and requests have ended; finishes the current piece of work. */
  stop(): Promise<void> | void;
}

export type BackgroundKind = 'ANY' | 'INSIDE';

export interface BackgroundMark {
  readonly kind: BackgroundKind;
  readonly isNeededByRequests: boolean;
}

/**
 * Marks a provider that the process starts and stops. Nest's lifecycle hooks are not used, because the operator's commands
 * load the same modules and start nothing. `INSIDE`: it keeps what is derived from the database, and neither tells anybody
 * anything nor fetches anything. `isNeededByRequests`: it starts before the process listens, and delays its first answer.
 */
export function Background(
  kind: BackgroundKind = 'ANY',
  { isNeededByRequests = false } = {},
): (target: new (...given: never[]) => BackgroundTask) => void {
  return SetMetadata(BACKGROUND, { kind, isNeededByRequests } satisfies BackgroundMark);
}
