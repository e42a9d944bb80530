import type { Provider, Type } from '@nestjs/common';
import { compact, type ProcessActivity } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Background, type BackgroundTask } from './background.js';
import { ACTIVITY } from './activity.js';
import { POLLING_DELAYS } from './host-module.js';
import { Polling, type PollingDelays } from './polling.js';
import { ServiceIdentity } from './service-identity.js';

export interface PolledWork<Worker> {
  /** The provider that works, and what it does: answers how much was done. */
  readonly by: Type<Worker> | (abstract new (...given: never[]) => Worker);
  readonly work: (worker: Worker) => Promise<number>;
  /** Logged when it failed and will be tried again. */
  readonly failed: string;
  /** Before the next look where there was nothing to do: a second where none is given. */
  readonly idleMs?: number;
  /** After this long a piece of work under way is abandoned at the stop. */
  readonly patienceMs?: number;
  /** After its stop. */
  readonly stopped?: (worker: Worker) => void;
}

@Background()
class PolledTask implements BackgroundTask {
  constructor(
    private readonly polling: Polling,
    private readonly patienceMs: number | undefined,
    private readonly stopped: () => void,
  ) {}

  start(): void {
    this.polling.start();
  }

  async stop(): Promise<void> {
    await this.polling.stop(this.patienceMs);
    this.stopped();
  }
}

/** A background task that asks a provider for work again and again, as long as the process runs. */
export function polled<Worker>({ by, work, failed, idleMs, patienceMs, stopped }: PolledWork<Worker>): Provider {
  return {
    provide: Symbol(by.name),
    useFactory: (
      worker: Worker,
      logger: Logger,
      { name: service }: ServiceIdentity,
      delays?: PollingDelays,
      activity?: ProcessActivity,
    ) =>
      new PolledTask(
        new Polling(
          () => work(worker),
          (error) => logger.warn(failed, { service, error }),
          { ...delays, ...compact({ idleMs }) },
          activity,
        ),
        patienceMs,
        () => stopped?.(worker),
      ),
    inject: [
      by as Type<Worker>,
      Logger,
      ServiceIdentity,
      ...[POLLING_DELAYS, ACTIVITY].map((token) => ({ token, optional: true })),
    ],
  };
}
