import type { Consumer } from '@otklik/messaging';
import type { RunningService } from '../service.js';
import { Background, type BackgroundTask } from './background.js';

/** Consumers of a `StartedService`, as a provider that `runtimeOf` finds. */
@Background()
export class StartedParts implements BackgroundTask {
  constructor(readonly running: RunningService) {}

  get consumers(): readonly Consumer[] {
    return this.running.consumers;
  }

  start(): void {
    // The service started it.
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}
