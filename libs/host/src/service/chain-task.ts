import { CHAIN_KEY, chainKey, ChainWriter, eventChain, type ChainedTable } from '@otklik/event-store';
import { gauge } from '@otklik/observability';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { Background, type BackgroundTask } from './background.js';
import { Polling } from './polling.js';

/** Rows of evidence come without an event: of a contact that was opened, of a sign-in. */
const REST_INTERVAL_MS = 5_000;

/** The tables of a service whose rows are hashed into chains. */
export function chainedTables({
  name,
  publish,
  chained = [],
}: Pick<ServiceDefinition, 'name' | 'publish' | 'chained'>): readonly ChainedTable[] {
  return publish ? [eventChain(name), ...chained] : chained;
}

/** Extends the hash chains of a service: about a second after a commit its rows are in a block, five at rest. */
@Background('INSIDE')
export class ChainTask implements BackgroundTask {
  private readonly behind = gauge('otklik_chain_behind', 'Positions that are not in a hash chain yet', [
    'service',
    'chain',
  ]);
  private readonly stopping = new AbortController();
  private writer: ChainWriter | undefined;
  private polling: Polling | undefined;
  private hasFailed = false;

  constructor(
    private readonly service: string,
    private readonly tables: readonly ChainedTable[],
    private readonly resources: Omit<ServiceResources, 'transport'>,
  ) {}

  start(): void {
    const { service, tables } = this;
    const { worker: pool, secret, now, logger } = this.resources;
    const writer = new ChainWriter({ service, pool, tables, key: chainKey(secret(CHAIN_KEY)), now });
    this.writer = writer;
    this.polling = new Polling(
      () => this.pass(writer),
      (error) => {
        this.hasFailed = true;
        logger.warn('extending a hash chain failed; retrying', { service, error });
      },
      { restMs: REST_INTERVAL_MS },
      this.resources.activity,
    );
    this.polling.start();
  }

  /** With a last pass, so that nothing which this process recorded waits for the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.polling?.stop();
    if (this.writer && !this.hasFailed) await this.extend(this.writer);
  }

  private async pass(writer: ChainWriter): Promise<number> {
    const begun = performance.now();
    const left = await this.extend(writer);
    await this.resources.throttle(performance.now() - begun, this.stopping.signal);
    return left;
  }

  /** Answers how many positions are left: a log that is behind is caught up with at once. */
  private async extend(writer: ChainWriter): Promise<number> {
    let left = 0;
    for (const [chain, { rows, behind }] of await writer.extend()) {
      this.behind.set({ service: this.service, chain }, behind);
      if (rows > 0) left += behind;
    }
    this.hasFailed = false;
    return left;
  }
}
