import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, Clock, compact, quarterHourOf, uuidv5, type LocalDate } from '@otklik/kernel';
import type { ReportEntry, ReportLimits } from '@otklik/signatures/report';
import type { District, OpenedBy } from '@otklik/tenancy';
import type { SstuMapping } from '@otklik/tenancy/reports';
import { Vault } from '@otklik/vault';
import { hour, Openings } from '../../records/application/openings.js';
import { decryptMany } from '../../register/application/card/clear-texts.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import { RegisterReader } from '../../register/application/list/register-reader.js';
import type { RegisterRow } from '../../register/application/list/register-row.js';
import type { ReportPeriod } from '../domain/report-period.js';
import { ReportsMade } from '../store/reports-made.js';
import { countedStates } from './counted-appeals.js';
import { questionsOf, type ReportedQuestion } from './read-questions.js';
import { sstuAppeal } from './sstu-appeal.js';
import { changesOf, saidOf, type SstuCheck, type SstuGroup, type SstuGroupCode } from './sstu-check.js';
import { isLeftOut, sstuEntry, type SstuContext, type SstuEntry } from './sstu-entry.js';
import type { SstuPerson } from './sstu-facts.js';

/** Each is the names of a month. */
export const MAX_FILES_AN_HOUR = 20;
const REPORT = 'SSTU';
const ROWS_AT_ONCE = 200;

/** Who makes the file: an official, or the operator's command. */
export type MadeBy = OpenedBy | { readonly operator: string };

/** A month's file but for the answers' sheets, which another service keeps. */
export interface OpenedReport {
  /** The id of the record. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly entries: readonly ReportEntry[];
  readonly limits: ReportLimits;
}

export type Progress = (done: number, total: number) => void;

/** By what appeals become a report. */
export abstract class SstuMappings {
  /** Throws `DirectoryFileError`. */
  abstract current(): Promise<SstuMapping>;
}

/** Too many files of an official within an hour. */
export class TooManyReports extends Error {
  override readonly name = 'TooManyReports';
}

/** A month as it was read at once: what its file would be. */
export interface MonthRead {
  readonly district: District;
  readonly check: SstuCheck;
  readonly rows: ReadonlyMap<string, RegisterRow>;
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
  readonly context: SstuContext;
}

/** The monthly report to ССТУ.РФ: read and checked first, then opened with one record that names its cases. */
@Injectable()
export class SstuReports {
  constructor(
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly made: ReportsMade,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly mappings: SstuMappings,
  ) {}

  /** Opens nothing of a person. Throws `DirectoryFileError` of the mapping. */
  async read(district: District, period: ReportPeriod, onProgress?: Progress): Promise<MonthRead> {
    const mapping = await this.mappings.current();
    const context: SstuContext = { mapping, sstuId: district.policy.sstuId, period };
    const groups = await this.groups(district.id, mapping, period);
    const chosen = questionsByAppeal(groups.flatMap(({ found }) => found));
    const rows = await this.rows(district.id, [...chosen.keys()], onProgress);
    const handedIn = keptOf(rows, chosen, mapping);
    const check = await this.checked({ groups, rows, chosen, handedIn, district, context });
    return { district, check, rows, chosen: handedIn, context };
  }

  /** Names, addresses and what else the report has of persons, on record before. Throws `TooManyReports`. */
  async open(month: MonthRead, by: MadeBy): Promise<OpenedReport> {
    const { district, check, rows, chosen, context } = month;
    const at = this.clock.now();
    const id = await this.record(district, { check, at, by });
    const { mapping } = context;
    await this.made.prepare(district.id, {
      id,
      at,
      report: REPORT,
      period: check.period.name,
      mapping: mapping.name,
      ...makerOf(by),
      appeals: check.entries.length,
      questions: check.entries.reduce((sum, { questions }) => sum + questions.length, 0),
      refused: check.refused.length,
      said: saidOf(check.entries),
    });
    const held = check.entries.map(({ appeal }) => rows.get(appeal)!);
    const people = await this.persons(held, district);
    const entries = held.map((row, index) =>
      packedEntry(sstuEntry(sstuAppeal(row, chosen.get(row.id)!, district, people[index]), context)),
    );
    const { maxBytes } = mapping.container;
    return { id, at, entries, limits: { maxBase64: mapping.attachment.maxBase64, maxBytes } };
  }

  private async groups(
    district: number,
    { select }: SstuMapping,
    { from, to, name: month }: ReportPeriod,
  ): Promise<readonly Found[]> {
    const of = { regimes: select.regimes, states: countedStates };
    const before = addDays(from, -1);
    const filters: Readonly<Record<Exclude<SstuGroupCode, 'REFUSED'>, RegisterFilter>> = {
      REGISTERED: { ...of, registeredFrom: from, registeredTo: to },
      ANSWERED: { ...of, registeredTo: before, answeredFrom: from, answeredTo: to },
      ENDED: { ...of, registeredTo: before, endedFrom: from, endedTo: to },
    };
    const groups: Found[] = [];
    for (const [code, filter] of Object.entries(filters) as [keyof typeof filters, RegisterFilter][])
      groups.push({ code, filter, found: await questionsOf(this.reader, district, filter) });
    return [...groups, await this.refusedBefore(district, { of, to, month }, groups)];
  }

  /** What the server refused the last time, and is in the month by nothing else. */
  private async refusedBefore(
    district: number,
    { of, to, month }: { readonly of: RegisterFilter; readonly to: LocalDate; readonly month: string },
    groups: readonly Found[],
  ): Promise<Found> {
    const known = new Set(groups.flatMap(({ found }) => found.map(({ appeal }) => appeal)));
    const refused = (await this.made.refusedBefore(district, REPORT, month)).filter((one) => !known.has(one));
    const filter = { ...of, registeredTo: to, appeals: refused };
    return {
      code: 'REFUSED',
      filter,
      found: refused.length === 0 ? [] : await questionsOf(this.reader, district, filter),
    };
  }

  private async rows(
    district: number,
    ids: readonly string[],
    onProgress: Progress | undefined,
  ): Promise<ReadonlyMap<string, RegisterRow>> {
    const rows = new Map<string, RegisterRow>();
    for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
      for (const row of await this.reader.rows([district], ids.slice(at, at + ROWS_AT_ONCE))) rows.set(row.id, row);
      onProgress?.(Math.min(at + ROWS_AT_ONCE, ids.length), ids.length);
    }
    return rows;
  }

  private async checked({ groups, rows, chosen, handedIn, district, context }: ToCheck): Promise<SstuCheck> {
    const { mapping } = context;
    const all = [...handedIn].map(([id, questions]) =>
      sstuEntry(sstuAppeal(rows.get(id)!, questions, district), context),
    );
    const entries = all.filter(({ faults }) => faults.length === 0);
    const last = await this.made.last(district.id, REPORT, context.period.name);
    return {
      period: context.period,
      mapping: mapping.name,
      groups: groups.map(({ found, ...group }) => ({
        ...group,
        appeals: new Set(found.map(({ appeal }) => appeal)).size,
        questions: found.length,
      })),
      appeals: chosen.size,
      questions: [...chosen.values()].reduce((sum, questions) => sum + questions.size, 0),
      entries,
      refused: all
        .filter(({ faults }) => faults.length > 0)
        .map(({ appeal, questions, faults }) => ({
          appeal,
          number: rows.get(appeal)?.number,
          questions: questions.length,
          faults,
        })),
      leftOut: [...chosen].flatMap(([appeal, questions]) =>
        [...questions].filter((one) => !handedIn.get(appeal)?.has(one)).map((question) => ({ appeal, question })),
      ),
      changes: last && changesOf(last.said, saidOf(entries)),
    };
  }

  private async record(district: District, { check, at, by }: ToRecord): Promise<string> {
    const { entries, period } = check;
    const appeals = entries.map(({ appeal }) => appeal).toSorted();
    const letters = entries.flatMap(({ appeal, questions }) =>
      questions.flatMap(({ attachment }) =>
        attachment ? [{ notice: attachment.notice, appeal, number: attachment.number }] : [],
      ),
    );
    const what = { printed: 'SSTU_REPORT', reason: 'REPORTING', appeals, letters, rows: appeals.length } as const;
    if ('operator' in by) {
      const id = randomUUID();
      const opening = { id, kind: 'PRINT', role: 'ANYONE', body: by.operator, at, ...what } as const;
      await this.openings.recordCases(district.id, opening);
      return id;
    }
    const said = createHash('sha256')
      .update(JSON.stringify([appeals, saidOf(entries)]))
      .digest('hex');
    const id = uuidv5(by.official, `sstu/${district.id}/${period.name}/${said}/${quarterHourOf(at)}`);
    const opening = { id, kind: 'PRINT', at, ...by, ...what } as const;
    if (!(await this.openings.recordWithin(district.id, opening, hour(at, MAX_FILES_AN_HOUR))))
      throw new TooManyReports();
    return id;
  }

  private async persons(rows: readonly RegisterRow[], { id }: District): Promise<readonly SstuPerson[]> {
    const placed = rows.flatMap(({ fold }) => {
      const { name, address, contact, contactKind } = fold.appeal.received!;
      const email = contactKind === 'EMAIL' ? contact : undefined;
      return [
        { sealed: name, field: 'name' },
        { sealed: address, field: 'address' },
        { sealed: email, field: 'contact' },
      ];
    });
    const texts = await decryptMany(this.vault, id, placed);
    return rows.map((_, at) => ({ name: texts[3 * at], address: texts[3 * at + 1], email: texts[3 * at + 2] }));
  }
}

interface ToRecord {
  readonly check: SstuCheck;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly by: MadeBy;
}

interface Found extends Pick<SstuGroup, 'code' | 'filter'> {
  readonly found: readonly ReportedQuestion[];
}

interface ToCheck {
  readonly groups: readonly Found[];
  readonly rows: ReadonlyMap<string, RegisterRow>;
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of these, without what is handed in elsewhere. */
  readonly handedIn: ReadonlyMap<string, ReadonlySet<string>>;
  readonly district: District;
  readonly context: SstuContext;
}

function questionsByAppeal(found: readonly ReportedQuestion[]): ReadonlyMap<string, ReadonlySet<string>> {
  const by = new Map<string, Set<string>>();
  for (const { id, appeal } of found) by.set(appeal, (by.get(appeal) ?? new Set()).add(id));
  return by;
}

/** Without the questions whose matter is handed in elsewhere; an appeal of which nothing stays is not in it. */
function keptOf(
  rows: ReadonlyMap<string, RegisterRow>,
  chosen: ReadonlyMap<string, ReadonlySet<string>>,
  mapping: SstuMapping,
): ReadonlyMap<string, ReadonlySet<string>> {
  const kept = new Map<string, ReadonlySet<string>>();
  for (const [id, questions] of chosen) {
    const row = rows.get(id);
    const appeal = row && sstuAppeal(row, questions, { organisations: [] });
    const stay = (appeal?.questions ?? []).filter((one) => !isLeftOut(appeal!, one, mapping)).map((one) => one.id);
    if (stay.length > 0) kept.set(id, new Set(stay));
  }
  return kept;
}

function packedEntry({ appeal, name, json, questions }: SstuEntry): ReportEntry {
  const sheets = questions.flatMap(({ attachment }) => attachment?.notice ?? []);
  return { appeal, name, json: JSON.stringify(json), sheets };
}

function makerOf(by: MadeBy): { readonly official?: string; readonly onBehalfOf?: string } {
  return 'operator' in by ? {} : compact({ official: by.official, onBehalfOf: by.onBehalfOf });
}
