import { orderKey, type PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';

/** A case as a batch finds it and changes it. */
export interface KnownCase<State> {
  readonly district: number;
  readonly appeal: string;
  readonly versions: Map<string, number>;
  state: State;
  erased: boolean;
  readonly revision: number;
  changed: boolean;
  /** Concerns that wait, before this batch or since. */
  readonly blocked: Set<string>;
}

export interface LoadedCases<State> {
  readonly of: (event: PublicEvent) => KnownCase<State>;
  /** The concern was through with the event before there were case rows, or an operator discarded it. */
  readonly settled: (concern: string, event: PublicEvent) => boolean;
  /** It was recorded before the service had a reactor. Where nothing asks for it, none is. */
  readonly isPast: (event: PublicEvent) => boolean;
}

export interface CaseRows<State> {
  /** One statement. `heard`: which concerns consume an event. */
  load(
    tx: Transaction,
    events: readonly PublicEvent[],
    heard: (event: PublicEvent) => readonly string[],
  ): Promise<LoadedCases<State>>;
  /** One statement. Throws `CaseOvertaken`. */
  save(tx: Transaction, cases: readonly KnownCase<State>[]): Promise<void>;
}

/** Another transaction wrote a case after this one had read it. */
export class CaseOvertaken extends Error {
  override readonly name = 'CaseOvertaken';
}

interface Names<State> {
  readonly service: string;
  readonly reactor: string;
  readonly concerns: readonly string[];
  readonly initial: State;
  /** Whether a concern asks what is past. */
  readonly hasPast: boolean;
}

interface Row {
  readonly district: number;
  readonly appeal: string;
  readonly versions: Readonly<Record<string, number>> | null;
  readonly state: unknown;
  readonly revision: number | null;
  readonly erased: boolean | null;
  readonly blocked: readonly string[];
  /** `<consumer> <event>` */
  readonly settled: readonly string[] | null;
  readonly upgraded_at: Date | null;
}

export function caseRows<State>({ service, reactor, concerns, initial, hasPast }: Names<State>): CaseRows<State> {
  const load = {
    name: `cases:${reactor}`,
    text: `select k.district, k.appeal, c.versions, c.state, c.revision, c.erased,
        array(select b.consumer from ${service}.blocked_key b
          where b.district = k.district and b.appeal = k.appeal and b.consumer = any($3)) as blocked,
        case when k.place = 1 then array(
          select i.consumer || ' ' || i.event from unnest($4::int[], $5::text[], $6::uuid[]) as h(district, consumer, event)
          join ${service}.inbox i on i.district = h.district and i.consumer = h.consumer and i.event = h.event) end as settled,
        ${hasPast ? `case when k.place = 1 then (select max(u.at) from ${service}.upgrade u) end` : 'null::timestamptz'} as upgraded_at
      from unnest($1::int[], $2::uuid[]) with ordinality as k(district, appeal, place)
      left join ${service}.case_row c on c.district = k.district and c.appeal = k.appeal`,
  };
  const save = {
    name: `save:${reactor}`,
    text: `insert into ${service}.case_row as c (district, appeal, versions, state, revision, erased)
      select * from unnest($1::int[], $2::uuid[], $3::jsonb[], $4::jsonb[], $5::int[], $6::boolean[])
        as n(district, appeal, versions, state, revision, erased)
      order by n.district, n.appeal
      on conflict (district, appeal) do update set versions = excluded.versions, state = excluded.state,
        revision = excluded.revision, erased = excluded.erased
      where c.revision = excluded.revision - 1`,
  };

  return {
    async load(tx, events, heard) {
      const first = [...new Map(events.map((event) => [orderKey(event), event])).values()];
      const asked = events.flatMap((event) => [reactor, ...heard(event)].map((consumer) => ({ consumer, event })));
      const { rows } = await tx.query<Row>(load, [
        first.map(({ district }) => district),
        first.map(({ appeal }) => appeal),
        concerns,
        asked.map(({ event }) => event.district),
        asked.map(({ consumer }) => consumer),
        asked.map(({ event }) => event.id),
      ]);
      const known = new Map(rows.map((row) => [orderKey(row), knownCase(row, initial)]));
      const upgradedAt = rows.find((row) => row.upgraded_at !== null)?.upgraded_at;
      const settled = new Set(rows.flatMap((row) => row.settled ?? []));
      return {
        of: (event) => known.get(orderKey(event))!,
        settled: (concern, event) => settled.has(`${concern} ${event.id}`) || settled.has(`${reactor} ${event.id}`),
        isPast: ({ recordedAt }) =>
          upgradedAt !== undefined && upgradedAt !== null && new Date(recordedAt) < upgradedAt,
      };
    },

    async save(tx, cases) {
      if (cases.length === 0) return;
      const { rowCount } = await tx.query(save, [
        cases.map(({ district }) => district),
        cases.map(({ appeal }) => appeal),
        cases.map(({ versions }) => JSON.stringify(Object.fromEntries(versions))),
        cases.map(({ state }) => JSON.stringify(state)),
        cases.map(({ revision }) => revision + 1),
        cases.map(({ erased }) => erased),
      ]);
      if (rowCount !== cases.length) throw new CaseOvertaken('another writer was first');
    },
  };
}

function knownCase<State>(row: Row, initial: State): KnownCase<State> {
  return {
    district: row.district,
    appeal: row.appeal,
    versions: new Map(Object.entries(row.versions ?? {})),
    state: (row.state as State | null) ?? initial,
    erased: row.erased ?? false,
    revision: row.revision ?? 0,
    changed: false,
    blocked: new Set(row.blocked),
  };
}
