import { isUuid } from '@otklik/kernel';
import { openPool, type Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import type { QueryConfig } from 'pg';
import { AppendConnection, appendSettings, serverOptions } from './append-connection.js';
import { AppendQueue, type Pending } from './append-queue.js';
import { AppendSignal } from './append-signal.js';
import { appendParameters, appendStatement, type AppendForm } from './append-statement.js';
import type { Allocate } from './buffer-arena.js';
import { InitialRowsConflict, checkInitialRows, type InitialRows } from './initial-rows.js';
import { answerOf, firstResult, isRemembered, type StreamHead } from './command-memory.js';
import { rememberedOf, rememberStatement, streamHeadOf, streamHeadStatement } from './command-statements.js';
import {
  streamName,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type SilentCommand,
  type Upcasters,
} from './event-store.js';
import { asText, recordedColumns, recordedEvent, type RecordedRow } from './recorded-row.js';
import { encodeAppend, type PreparedAppend } from './prepared-append.js';
import { singleAppend, singleStatements } from './single-statement.js';
import { asStoreError, isStatementFailure } from './store-unavailable.js';
import type { AppendValue, Prepared, TextRow } from './without-describe.js';

export interface PostgresEventStoreOptions {
  /** Schema, and the first part of the roles' names. */
  readonly service: string;
  /** URL of the service's own role (`ServiceUrls.app`). */
  readonly url: string;
  readonly upcasters?: Upcasters;
  /** The rows that its streams may be created with. */
  readonly initialRows?: InitialRows | undefined;
  /** Shared with the log of this process, whose readers it wakes. */
  readonly signal?: AppendSignal;
  /** Timeout of an append's answer, ms; 15,000. The server's own timeouts are shorter. */
  readonly answerTimeoutMs?: number;
}

/** At most 7 connections: appends, reads, and appends that wait for a lock of another transaction. */
const APPEND_CONNECTIONS = 2;
const READ_CONNECTIONS = 3;
const WAITING_CONNECTIONS = 2;
/** Of one statement. */
const MAX_APPENDS = 256;

interface Written {
  readonly version: number;
  readonly position: number;
}

/** A statement with its parameters. */
interface Batch {
  readonly statement: Prepared;
  values(allocate?: Allocate): AppendValue[];
}

type Run = (statement: QueryConfig) => Promise<unknown[][]>;

export function postgresEventStore(options: PostgresEventStoreOptions): EventStore {
  const { service, url, upcasters = {}, initialRows, answerTimeoutMs = 15_000 } = options;
  const signal = options.signal ?? new AppendSignal();
  const prepare = (name: string, form: AppendForm): Prepared => ({ name, text: appendStatement(service, form) });
  const skipping = forms('append', true);
  const waiting = forms('append_waiting', false);
  const inside = prepare(`append_${service}`, { skipLocked: false, scoped: false });
  const singles = singleStatements(service);
  const connections = Array.from(
    { length: APPEND_CONNECTIONS },
    () => new AppendConnection(url, `otklik ${service} appends`, answerTimeoutMs),
  );
  const reads = pool(url, `otklik ${service} reads`, READ_CONNECTIONS, ['enable_seqscan=off', 'statement_timeout=20s']);
  const waiters = pool(url, `otklik ${service} waits`, WAITING_CONNECTIONS, [...appendSettings, 'lock_timeout=10s']);
  const queue = new AppendQueue(connections.map((connection) => (batch) => carry(connection, batch)));

  function forms(name: string, skipLocked: boolean): Readonly<Record<'plain' | 'withRows', Prepared>> {
    return {
      plain: prepare(name, { skipLocked, scoped: true }),
      withRows: prepare(`${name}_with_rows`, { skipLocked, scoped: true, initialRows }),
    };
  }

  /** A batch without initial rows uses the shorter statement. */
  function batchOf(requests: readonly PreparedAppend[], { plain, withRows }: ReturnType<typeof forms>): Batch {
    const used = requests.some((request) => request.initialRows) ? initialRows : undefined;
    return { statement: used ? withRows : plain, values: (allocate) => appendParameters(requests, allocate, used) };
  }

  const pooled =
    (from: pg.Pool): Run =>
    async (statement) => {
      try {
        return (await from.query<unknown[]>({ ...statement, rowMode: 'array', types: asText })).rows;
      } catch (error) {
        throw asStoreError(error);
      }
    };
  const within =
    (tx: Transaction): Run =>
    async (statement) =>
      (await tx.query({ ...statement, rowMode: 'array', types: asText } as QueryConfig)).rows as unknown as unknown[][];

  async function carry(connection: AppendConnection, batch: Pending[]): Promise<void> {
    let written: (Written | undefined)[];
    try {
      written = writtenBy(await send(connection, batch), batch.length);
    } catch (error) {
      // One member made the statement fail and nothing was written, so each is appended alone for its own answer.
      if (isStatementFailure(error)) for (const pending of batch) void settleAlone(pending);
      else for (const pending of batch) pending.fail(asStoreError(error));
      return;
    }
    for (const [index, pending] of batch.entries()) {
      const own = written[index];
      if (own) committed(pending, own);
      else void settleAlone(pending);
    }
  }

  function send(connection: AppendConnection, batch: readonly Pending[]): Promise<readonly TextRow[]> {
    const requests = batch.map((pending) => pending.request);
    const single = requests.length === 1 ? singleAppend(singles, requests[0]!) : undefined;
    if (single) return connection.run(single.statement, () => single.values);
    const { statement, values } = batchOf(requests, skipping);
    return connection.run(statement, values);
  }

  function committed(pending: Pending, written: Written): void {
    signal.committed(written.position);
    pending.settle({ version: written.version, repeated: false });
  }

  /** Settles an append that the batch left out: by its first result or a conflict if there is one, else by a retry that waits for locks. */
  async function settleAlone(pending: Pending): Promise<void> {
    const { request } = pending;
    try {
      for (let tried = false; ; tried = true) {
        const answer = answerOf(request, await streamHead(request, pooled(reads)));
        if (answer) return pending.settle(answer);
        // The lock was waited for and there is still no stream: the existing rows belong to another attempt.
        if (tried && request.initialRows)
          throw new InitialRowsConflict('the initial rows of this stream exist already');
        const written = await appendWaiting(request);
        if (written) return committed(pending, written);
      }
    } catch (error) {
      pending.fail(error);
    }
  }

  async function appendWaiting(request: PreparedAppend): Promise<Written | undefined> {
    try {
      const { statement, values } = batchOf([request], waiting);
      const rows = await pooled(waiters)({ ...statement, values: values() });
      return writtenBy(rows, 1)[0];
    } catch (error) {
      // Another process recorded the same command id meanwhile; the remembered command has the answer.
      if (isStatementFailure(error) && error.constraint === 'command_pkey') return undefined;
      throw error;
    }
  }

  async function appendInside(request: PreparedAppend, tx: Transaction): Promise<AppendResult> {
    const run = within(tx);
    if (isRemembered(request)) {
      const answer = answerOf({ ...request, expected: 'any' }, await streamHead(request, run, false));
      if (answer) return answer;
    }
    for (;;) {
      const rows = await run({ ...inside, values: appendParameters([request]) });
      const [written] = writtenBy(rows, 1);
      if (written) {
        signal.soon();
        return { version: written.version, repeated: false };
      }
      const answer = answerOf(request, await streamHead(request, run, false));
      if (answer) return answer;
    }
  }

  async function appendAllInside(requests: readonly AppendRequest[], tx: Transaction) {
    const results: (AppendResult | undefined)[] = [];
    for (let from = 0; from < requests.length; from += MAX_APPENDS) {
      const part = requests.slice(from, from + MAX_APPENDS).map(encodeAppend);
      const written = writtenBy(await within(tx)({ ...inside, values: appendParameters(part) }), part.length);
      results.push(...written.map((one) => one && { version: one.version, repeated: false }));
    }
    if (results.some((result) => result)) signal.soon();
    return results;
  }

  async function streamHead(
    request: Pick<AppendRequest, 'district' | 'stream' | 'commandId'>,
    run: Run,
    scoped = true,
  ): Promise<StreamHead> {
    const [row] = await run({
      name: scoped ? 'stream_head' : `stream_head_${service}`,
      text: streamHeadStatement(service, scoped),
      values: [request.district, request.stream, request.commandId],
    });
    return streamHeadOf(row as (string | null)[]);
  }

  return {
    async append(request: AppendRequest, inTransaction?: { readonly tx: Transaction }) {
      const encoded = encodeAppend(request);
      checkInitialRows(request, inTransaction ? undefined : initialRows);
      return inTransaction ? appendInside(encoded, inTransaction.tx) : queue.add(encoded);
    },

    async read(district, stream, after = 0, inTransaction = {}) {
      if (!isUuid(stream)) return [];
      const { tx } = inTransaction;
      const values = [district, stream, after];
      const scope = tx ? '$1::text' : `set_config('app.districts', '{' || $1::text || '}', true)`;
      const text = `select ${recordedColumns} from (select ${scope} as districts offset 0) scope cross join lateral (
          select * from ${service}.event where district = $1::text::int and stream = $2::uuid and version > $3::int
            and scope.districts is not null order by version offset 0) e`;
      const name = tx ? `read_${service}` : 'read';
      const rows = await (tx ? within(tx) : pooled(reads))({ name, text, values });
      return rows.map((row) => recordedEvent(row as unknown as RecordedRow, upcasters));
    },

    appendAll: (requests, { tx }) => appendAllInside(requests, tx),

    async readAll(streams, { tx }) {
      const text = `select ${recordedColumns} from unnest($1::int[], $2::uuid[]) as k(district, stream) cross join lateral (
          select * from ${service}.event where district = k.district and stream = k.stream order by version offset 0) e`;
      const known = streams.filter(({ stream }) => isUuid(stream));
      const values = [known.map(({ district }) => district), known.map(({ stream }) => stream)];
      const rows = await within(tx)({ name: `read_all_${service}`, text, values });
      return Map.groupBy(
        rows.map((row) => recordedEvent(row as unknown as RecordedRow, upcasters)),
        streamName,
      );
    },

    async remembered(district, commandId) {
      const text = `select c.fingerprint, c.stream, c.version
        from (select set_config('app.districts', '{' || $1::text || '}', true) as districts offset 0) scope cross join lateral (
          select * from ${service}.command where district = $1::text::int and id = $2::uuid
            and scope.districts is not null offset 0) c`;
      const rows = await pooled(reads)({ name: 'remembered', text, values: [district, commandId] });
      const row = rows[0] as string[] | undefined;
      return row && rememberedOf(row[0]!, row[1]!, row[2]!);
    },

    async remember(command: SilentCommand, { tx } = {}) {
      const { district, commandId, stream, version, fingerprint } = command;
      const run = tx ? within(tx) : pooled(waiters);
      const name = tx ? `remember_${service}` : 'remember';
      const values = [district, commandId, stream, version, fingerprint];
      for (;;) {
        const rows = await run({ name, text: rememberStatement(service, !tx), values });
        if (rows.length > 0) return { version, repeated: false };
        const { remembered } = await streamHead(command, run, !tx);
        if (remembered) return firstResult(command, remembered);
      }
    },

    async close() {
      await queue.drained();
      await Promise.all([...connections.map((connection) => connection.close()), reads.end(), waiters.end()]);
    },
  };
}

function pool(url: string, name: string, max: number, settings: readonly string[]): pg.Pool {
  return openPool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: 10_000,
    query_timeout: 25_000,
    options: serverOptions(settings),
  });
}

function writtenBy(rows: readonly (readonly unknown[])[], count: number): (Written | undefined)[] {
  const written = new Array<Written | undefined>(count).fill(undefined);
  for (const [n, version, position] of rows)
    written[Number(n) - 1] = { version: Number(version), position: Number(position) };
  return written;
}
