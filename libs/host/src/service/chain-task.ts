import { CHAIN_KEY, chainKey, ChainWriter, eventChain, type ChainedTable } from '@otklik/event-store';
import { gauge } from '@otklik/observability';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { Background, type BackgroundTask } from './background.js';
import { Polling } from './polling.js';

/** The tables of a service whose rows are hashed into chains. */
export function chainedTables({
  name,
  publish,
  chained = [],
}: Pick<ServiceDefinition, 'name' | 'publish' | 'chained'>): readonly ChainedTable[] {
  return publish ? [eventChain(name), ...chained] : chained;
}

/** Extends the hash chains of a service: about a second after a commit its rows are in a block. */
@Background('INSIDE')
export class ChainTask implements BackgroundTask {
  readonly #writer: ChainWriter;
  readonly #polling: Polling;
  readonly #behind = gauge('otklik_chain_behind', 'Positions that are not in a hash chain yet', ['service', 'chain']);
  readonly #stopping = new AbortController();
  #hasFailed = false;

  constructor(
    private readonly service: string,
    tables: readonly ChainedTable[],
    { worker: pool, secret, now, throttle, logger }: Omit<ServiceResources, 'transport'>,
  ) {
    this.#writer = new ChainWriter({ service, pool, tables, key: chainKey(secret(CHAIN_KEY)), now });
    this.#polling = new Polling(
      async () => {
        const begun = performance.now();
        const left = await this.#extend();
        await throttle(performance.now() - begun, this.#stopping.signal);
        return left;
      },
      (error) => {
        this.#hasFailed = true;
        logger.warn('a hash chain was not extended; it will be tried again', { service, error });
      },
    );
  }

  start(): void {
    this.#polling.start();
  }

  /** With a last pass, so that nothing which this process recorded waits for the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#polling.stop();
    if (!this.#hasFailed) await this.#extend();
  }

  /** Answers how many positions are left: a log that is behind is caught up with at once. */
  async #extend(): Promise<number> {
    let left = 0;
    for (const [chain, { rows, behind }] of await this.#writer.extend()) {
      this.#behind.set({ service: this.service, chain }, behind);
      if (rows > 0) left += behind;
    }
    this.#hasFailed = false;
    return left;
  }
}
