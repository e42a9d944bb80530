import { Socket } from 'node:net';
import pg from 'pg';
import { BufferArena, type Allocate } from './buffer-arena.js';
import { isStatementFailure } from './store-unavailable.js';
import { withoutDescribe, type AppendValue, type Prepared, type TextRow } from './without-describe.js';

const CONNECT_TIMEOUT_MS = 5_000;

/** For statements that take arrays: they are planned once, by index, whatever the tables' statistics say at that moment. */
export const appendSettings = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_nestloop=off',
  'enable_mergejoin=off',
  'jit=off',
  'idle_in_transaction_session_timeout=5s',
];

export function serverOptions(settings: readonly string[]): string {
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/** One connection for appends: opened on demand, discarded when it fails or stops answering. One statement at a time. */
export class AppendConnection {
  private client: pg.Client | undefined;
  private socket: Socket | undefined;
  private readonly arena = new BufferArena();

  constructor(
    private readonly url: string,
    private readonly name: string,
    /** Timeout of an answer, after which the connection is discarded. */
    private readonly answerTimeoutMs: number,
  ) {}

  /** Calls `values` on the open connection, because the driver must copy them before the arena is reset. */
  async run(statement: Prepared, values: (allocate: Allocate) => readonly AppendValue[]): Promise<readonly TextRow[]> {
    const client = this.client ?? (await this.open());
    this.arena.reset();
    try {
      return await withoutDescribe(client, statement, values(this.arena.allocate));
    } catch (error) {
      if (!isStatementFailure(error)) this.discard();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (!client) return;
    const timer = setTimeout(() => this.socket?.destroy(), 2_000);
    await client.end();
    clearTimeout(timer);
  }

  private async open(): Promise<pg.Client> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: this.url,
      application_name: this.name,
      stream: () => socket,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: this.answerTimeoutMs,
      keepAlive: true,
      options: serverOptions([...appendSettings, 'lock_timeout=250', 'statement_timeout=10s']),
    });
    this.socket = socket;
    client.on('error', () => {
      if (this.client === client) this.discard();
    });
    try {
      await client.connect();
    } catch (error) {
      socket.destroy();
      throw error;
    }
    this.client = client;
    return client;
  }

  /** Destroys the socket, because a peer that does not answer a query does not answer Terminate either. */
  private discard(): void {
    this.client = undefined;
    this.socket?.destroy();
  }
}
