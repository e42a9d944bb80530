import { compact } from '@otklik/kernel';
import { inSnapshot, type Transaction } from '@otklik/tenancy';
import { SealBroken, sealedPerson, type Vault } from '@otklik/vault';
import type pg from 'pg';

/** A violated invariant of a log. Names places, never contents. */
export interface LogDifference {
  readonly kind:
    /** A version is missing or duplicated. */
    | 'VERSION_GAP'
    /** A later version has an earlier position. */
    | 'ORDER'
    /** The head table and the log disagree about the version, or a stream has no events. */
    | 'HEAD'
    /** A field that must be sealed is in clear. */
    | 'UNSEALED'
    /** A sealed text is in another event or field than it was sealed for. */
    | 'MOVED_SEAL'
    /** A sealed text does not open although its key exists. */
    | 'BROKEN_SEAL';
  readonly district: number;
  readonly stream: string;
  readonly version: number;
  readonly field?: string;
}

export interface LogReport {
  readonly events: number;
  readonly streams: number;
  /** Sealed texts, and those among them whose person was erased; 0 without a vault. */
  readonly sealed: number;
  readonly erased: number;
  /** The first thousand. */
  readonly differences: readonly LogDifference[];
}

export interface VerifyOptions {
  /** Event type → fields that must be sealed (`Sealing.fields`). */
  readonly sealedFields?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** With it every sealed text is opened. */
  readonly vault?: Pick<Vault, 'open' | 'openAll'>;
  readonly onProgress?: (checked: number, total: number) => void;
}

interface Row {
  readonly district: number;
  readonly stream: string;
  readonly version: number;
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly causation: string | null;
  readonly head: number | null;
}

interface Seal {
  readonly row: Row;
  readonly field: string;
  readonly text: string;
}

const FETCH_SIZE = 500;
const MAX_DIFFERENCES = 1_000;

/**
 * Reads the whole log of a service, stream by stream in one snapshot, and reports violated invariants: versions without a gap,
 * position order = version order, the head table, seals. `pool` is of the worker's role. Memory does not grow with the log.
 */
export function verifyLog(pool: pg.Pool, service: string, options: VerifyOptions = {}): Promise<LogReport> {
  return inSnapshot(pool, (tx) => verifyWith(tx, service, options));
}

async function verifyWith(tx: Transaction, service: string, options: VerifyOptions): Promise<LogReport> {
  const counted = await tx.query<{ total: string }>(`select count(*) as total from ${service}.event`);
  const total = Number(counted.rows[0]?.total ?? 0);
  const found = { events: 0, streams: 0, sealed: 0, erased: 0, differences: await headsWithoutEvents(tx, service) };
  await tx.query(`declare whole_log no scroll cursor for
    select e.district, e.stream, e.version, e.position, e.id, e.type, e.data, e.meta ->> 'causationId' as causation,
      s.version as head
    from ${service}.event e left join ${service}.stream s on s.district = e.district and s.id = e.stream
    order by e.district, e.stream, e.version`);
  let previous: Row | undefined;
  for (;;) {
    const { rows } = await tx.query<Row>(`fetch ${FETCH_SIZE} from whole_log`);
    for (const row of rows) {
      if (!sameStream(previous, row)) found.streams += 1;
      found.differences.push(...differencesOf(previous, row, options));
      previous = row;
    }
    await checkSeals(rows.flatMap(sealsOf), found, options.vault);
    found.events += rows.length;
    options.onProgress?.(found.events, total);
    if (found.differences.length > MAX_DIFFERENCES) found.differences.length = MAX_DIFFERENCES;
    if (rows.length < FETCH_SIZE) break;
  }
  if (previous) found.differences.push(...headDifference(previous));
  return found;
}

async function headsWithoutEvents(tx: Transaction, service: string): Promise<LogDifference[]> {
  const { rows } = await tx.query<{ district: number; stream: string; version: number }>(`
    select s.district, s.id as stream, s.version from ${service}.stream s
    where not exists (select from ${service}.event e where e.district = s.district and e.stream = s.id)
    limit ${MAX_DIFFERENCES}`);
  return rows.map((row) => ({ kind: 'HEAD', ...row }));
}

function sameStream(previous: Row | undefined, row: Row): previous is Row {
  return previous !== undefined && previous.district === row.district && previous.stream === row.stream;
}

function differencesOf(previous: Row | undefined, row: Row, options: VerifyOptions): LogDifference[] {
  const same = sameStream(previous, row);
  const differences: LogDifference[] = !same && previous ? headDifference(previous) : [];
  if (row.version !== (same ? previous.version : 0) + 1) differences.push(at(row, 'VERSION_GAP'));
  if (same && Number(row.position) <= Number(previous.position)) differences.push(at(row, 'ORDER'));
  return [...differences, ...unsealed(row, options.sealedFields?.[row.type] ?? [])];
}

function unsealed(row: Row, fields: readonly string[]): LogDifference[] {
  // A damaged row may hold anything.
  const data = Object(row.data) as Readonly<Record<string, unknown>>;
  const inClear = (text: unknown) => typeof text === 'string' && sealedPerson(text) === undefined;
  return fields.filter((field) => inClear(data[field])).map((field) => at(row, 'UNSEALED', field));
}

/** `last` is the last event of a stream. */
function headDifference(last: Row): LogDifference[] {
  return last.head === last.version ? [] : [at(last, 'HEAD')];
}

function at({ district, stream, version }: Row, kind: LogDifference['kind'], field?: string): LogDifference {
  return compact({ kind, district, stream, version, field });
}

/** The sealed texts of an event's data, at any depth. */
function sealsOf(row: Row): Seal[] {
  const seals: Seal[] = [];
  const walk = (value: unknown, field: string): void => {
    if (typeof value === 'string' && sealedPerson(value) !== undefined) seals.push({ row, field, text: value });
    else if (Array.isArray(value)) for (const item of value) walk(item, field);
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) walk(item, key);
  };
  walk(row.data, '');
  return seals;
}

/** A seal names its event and field. An event may hold a sealed text of the event that caused it, and of no other. */
function isMoved({ row, field, text }: Seal): boolean {
  const [, , , eventId, sealedField] = text.split(':');
  return eventId === row.id ? sealedField !== field : eventId !== row.causation;
}

async function checkSeals(
  seals: readonly Seal[],
  found: { sealed: number; erased: number; differences: LogDifference[] },
  vault: VerifyOptions['vault'],
): Promise<void> {
  found.sealed += seals.length;
  for (const seal of seals) if (isMoved(seal)) found.differences.push(at(seal.row, 'MOVED_SEAL', seal.field));
  if (!vault) return;
  for (const [district, own] of Map.groupBy(seals, (seal) => seal.row.district)) {
    try {
      const texts = await vault.openAll(
        district,
        own.map((seal) => seal.text),
      );
      found.erased += texts.filter((text) => text === undefined).length;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      for (const seal of own) await openAlone(seal, found, vault);
    }
  }
}

/** Finds the broken seals of a batch that did not open. */
async function openAlone(
  seal: Seal,
  found: { erased: number; differences: LogDifference[] },
  vault: Pick<Vault, 'open'>,
): Promise<void> {
  try {
    if ((await vault.open(seal.row.district, seal.text)) === undefined) found.erased += 1;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    found.differences.push(at(seal.row, 'BROKEN_SEAL', seal.field));
  }
}
