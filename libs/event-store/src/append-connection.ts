import { Socket } from 'node:net';
import { undescribed, type BareRow, type Prepared } from '@otklik/tenancy';
import pg from 'pg';
import { Scratch, type Allocate } from './scratch.js';
import { isStatementFailure } from './store-unavailable.js';

/** A parameter of an append: text, or an array in binary. */
export type AppendValue = string | number | Buffer | null;

const CONNECT_MS = 5_000;

/**
 * For statements that take arrays: plan once, by index, whatever the tables' statistics say at that moment; and never
 * wait long for a lock, since others wait behind.
 */
export const appendSettings = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_nestloop=off',
  'enable_mergejoin=off',
  'jit=off',
  'idle_in_transaction_session_timeout=30s',
];

export function serverOptions(settings: readonly string[]): string {
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/** One connection for appends: opened when needed, given up when it fails or falls silent. One statement at a time. */
export class AppendConnection {
  #client: pg.Client | undefined;
  #socket: Socket | undefined;
  readonly #scratch = new Scratch();

  constructor(
    private readonly url: string,
    private readonly name: string,
    /** How long an answer may take before the connection is given up, ms. */
    private readonly answerMs: number,
  ) {}

  /** `values` are made when the connection is there: the driver writes them out before anybody else gets the scratch. */
  async run(statement: Prepared, values: (allocate: Allocate) => AppendValue[]): Promise<readonly BareRow[]> {
    const client = this.#client ?? (await this.#open());
    this.#scratch.reset();
    try {
      return await undescribed(client, statement, values(this.#scratch.allocate));
    } catch (error) {
      if (!isStatementFailure(error)) this.#giveUp();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    const timer = setTimeout(() => this.#socket?.destroy(), 2_000);
    await client.end();
    clearTimeout(timer);
  }

  async #open(): Promise<pg.Client> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: this.url,
      application_name: this.name,
      stream: () => socket,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: this.answerMs,
      keepAlive: true,
      options: serverOptions([...appendSettings, 'lock_timeout=250', 'statement_timeout=10s']),
    });
    this.#socket = socket;
    client.on('error', () => {
      if (this.#client === client) this.#giveUp();
    });
    try {
      await client.connect();
    } catch (error) {
      socket.destroy();
      throw error;
    }
    this.#client = client;
    return client;
  }

  /** The socket itself is destroyed: a peer that fell silent would not answer a polite goodbye either. */
  #giveUp(): void {
    this.#client = undefined;
    this.#socket?.destroy();
  }
}
