import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PrintedPaper, PrintReason } from '@otklik/contracts/enumerations';
import type { LetterOfPrint, PrintedApplicant, PrintedApplicants } from '@otklik/contracts/generated/graphql';
import {
  PRINT_PASS,
  RateLimited,
  signPass,
  Unauthenticated,
  type PermittedContext,
  type PrintPass,
} from '@otklik/host';
import { Clock, compact, localDate, quarterHourOf, uuidv5 } from '@otklik/kernel';
import { capacities, type Actor, type Capacity, type District, type OfficialRole } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import { hour, Openings, type LetterOnRecord } from '../../../records/application/openings.js';
import { decryptMany } from '../../application/card/clear-texts.js';
import { actingIn, mayOpenContacts } from '../../application/fold/acting.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';

/** Each names as many applicants as a print has rows. */
export const MAX_PRINTS_AN_HOUR = 60;
/** The papers of one press follow each other. A repeated press finds its record of the same quarter of an hour. */
const SAME_PRESS_MS = 25 * 60_000;

/** A print of many cases, and why it has names. */
export interface Print {
  /** Ids of the appeals. */
  readonly appeals: readonly string[];
  readonly printed: PrintedPaper;
  readonly reason: PrintReason;
  /** Of letters: which. */
  readonly letters?: readonly LetterOfPrint[];
}

type Asked = Pick<PermittedContext, 'actor' | 'rule'>;

interface AskedAt extends Pick<PermittedContext, 'rule'> {
  readonly actor: Extract<Actor, { kind: 'official' }>;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Names and addresses of the applicants of many cases, for one print with one record. */
@Injectable()
export class OpenForPrint {
  constructor(
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Recorded before they are given. Opened are the cases of one capacity, in which the most may be: the rights of an official and of an absent
   * one are never joined, and on record is the role that permitted it. Also on record, and in the pass, are the letters that the register
   * knows. Throws `RateLimited`.
   */
  async open(print: Print, { actor, rule }: Asked, district: District): Promise<PrintedApplicants> {
    if (actor.kind !== 'official') throw new Unauthenticated();
    const ids = [...new Set(print.appeals)];
    const at = this.clock.now();
    const [most] = await this.waysOf(print, { actor, rule, at }, district);
    if (!most || most.opened.length === 0) return { opening: null, applicants: [], closed: ids.length, pass: null };
    const { opened } = most;
    const letters = await this.known(print, opened, district);
    const opening = await this.record(print, { ...most, letters, at, official: actor.id }, district);
    const noticesOn = letters.map(({ notice }) => notice);
    const pass: PrintPass = { district: district.id, official: actor.id, opening, letters: noticesOn, at };
    return {
      opening,
      applicants: await this.named(opened, district),
      closed: ids.length - opened.length,
      pass: print.printed === 'LETTERS' ? signPass(this.secrets.of(PRINT_PASS), pass) : null,
    };
  }

  /**
   * All of these cases, in as many capacities as they need, each with a record of its own. Undefined, and nothing recorded, where one may be
   * opened in none. Throws `RateLimited`.
   */
  async openAll(
    print: Print,
    { actor, rule }: Asked,
    district: District,
  ): Promise<readonly PrintedApplicant[] | undefined> {
    if (actor.kind !== 'official') throw new Unauthenticated();
    const at = this.clock.now();
    const opened = new Map<string, RegisterRow>();
    const prints: RecordedPrint[] = [];
    for (const { capacity, opened: its } of await this.waysOf(print, { actor, rule, at }, district)) {
      const further = its.filter(({ id }) => !opened.has(id));
      for (const row of further) opened.set(row.id, row);
      if (further.length > 0) prints.push({ capacity, opened: further, letters: [], at, official: actor.id });
    }
    if (print.appeals.some((id) => !opened.has(id))) return undefined;
    for (const one of prints) await this.record(print, one, district);
    return this.named([...opened.values()], district);
  }

  /** Those of opened cases, and of cases whose names are not asked for: a request to a body says nothing of the applicant. */
  private async known(
    { appeals, letters = [] }: Print,
    opened: readonly RegisterRow[],
    { id }: District,
  ): Promise<readonly LetterOnRecord[]> {
    const others = letters.flatMap(({ appeal }) => (appeals.includes(appeal) ? [] : [appeal]));
    const unnamed = others.length === 0 ? [] : await this.reader.rows([id], [...new Set(others)]);
    const rows = new Map([...opened, ...unnamed].map((row) => [row.id, row]));
    const known = letters.flatMap(({ id: notice, appeal }) => {
      const part = rows.get(appeal)?.fold.notices[notice];
      return part ? [[notice, { notice, appeal, ...compact({ number: part.outgoing?.number }) }] as const] : [];
    });
    return [...new Map(known).values()];
  }

  /** What the official may open in each capacity, the most first. */
  private async waysOf(
    { appeals }: Print,
    { actor, rule, at }: AskedAt,
    district: District,
  ): Promise<readonly Pick<RecordedPrint, 'capacity' | 'opened'>[]> {
    const rows = await this.reader.rows([district.id], [...new Set(appeals)]);
    const today = localDate(at, district.zone);
    const openedBy = ({ sender }: Capacity): readonly RegisterRow[] => {
      const acting = actingIn(sender, district, today);
      return rows.filter((row) => !row.erased && mayOpenContacts(row, acting));
    };
    return capacities(actor, rule, district.id)
      .map((capacity) => ({ capacity, opened: openedBy(capacity) }))
      .toSorted((one, other) => other.opened.length - one.opened.length);
  }

  /** The applicants of these cases under a print of the official that is on record for minutes and names them all; else undefined. */
  async under(
    opening: string,
    appeals: readonly string[],
    { actor }: Pick<Asked, 'actor'>,
    district: District,
  ): Promise<readonly PrintedApplicant[] | undefined> {
    if (actor.kind !== 'official') throw new Unauthenticated();
    const since = new Date(Date.parse(this.clock.now()) - SAME_PRESS_MS).toISOString();
    const print = { id: opening, official: actor.id, since };
    if (!(await this.openings.covers(district.id, print, appeals))) return undefined;
    const rows = await this.reader.rows([district.id], appeals);
    return this.named(
      rows.filter(({ erased }) => !erased),
      district,
    );
  }

  /** Answers the id of the record. */
  private async record(
    { printed, reason }: Print,
    { capacity: { role, onBehalfOf }, opened, letters, at, official }: RecordedPrint,
    { id: district }: District,
  ): Promise<string> {
    const appeals = opened.map(({ id }) => id).toSorted();
    const named = [...appeals, ...letters.map(({ notice }) => notice).toSorted()];
    const content = createHash('sha256').update(named.join()).digest('hex');
    const right = `${role}/${onBehalfOf ?? ''}`;
    const id = uuidv5(official, `print/${district}/${right}/${printed}/${reason}/${content}/${quarterHourOf(at)}`);
    const by = compact({ official, role: role as OfficialRole, onBehalfOf });
    const what = { printed, reason, appeals, letters, rows: appeals.length };
    const print = { id, kind: 'PRINT', at, ...by, ...what } as const;
    if (!(await this.openings.recordWithin(district, print, hour(at, MAX_PRINTS_AN_HOUR)))) throw new RateLimited();
    return id;
  }

  private async named(rows: readonly RegisterRow[], { id: district }: District): Promise<PrintedApplicant[]> {
    const placed = rows.flatMap(({ fold }) =>
      (['name', 'address'] as const).map((field) => ({ sealed: fold.appeal.received![field], field })),
    );
    const texts = await decryptMany(this.vault, district, placed);
    return rows.map(({ id }, at) => ({ appeal: id, name: texts[2 * at] ?? null, address: texts[2 * at + 1] ?? null }));
  }
}

interface RecordedPrint {
  readonly capacity: Capacity;
  readonly opened: readonly RegisterRow[];
  readonly letters: readonly LetterOnRecord[];
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly official: string;
}
