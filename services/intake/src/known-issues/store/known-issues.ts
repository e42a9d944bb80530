import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { KnownIssue } from '../domain/known-issue.js';

export interface KnownIssueRow {
  readonly id: string;
  readonly version: number;
  readonly status: KnownIssue['status'];
  readonly title: string;
  readonly text: string;
  readonly textSah: string | null;
  readonly topics: readonly string[];
  readonly settlements: readonly string[];
  readonly words: readonly string[];
  readonly organisation: string | null;
  readonly openedAt: Date;
  readonly openedBy: string | null;
  readonly changedAt: Date;
  readonly until: Date;
  readonly done: string | null;
  /** How many messages are joined. */
  readonly joined: number;
}

export interface KeptIssue {
  readonly district: number;
  readonly id: string;
  readonly version: number;
  readonly state: KnownIssue;
  /** The official; undefined: its time is over. */
  readonly by: string | undefined;
  readonly at: string;
}

/** Of what has ended the last days are listed. */
const LISTED_AFTER_END = '7 days';
const MAX_LISTED = 100;

const COLUMNS = `i.id, i.version, i.status, i.title, i.said as "text", i.said_sah as "textSah", i.topics, i.settlements, i.words,
  i.organisation, i.opened_at as "openedAt", i.opened_by as "openedBy", i.changed_at as "changedAt", i.shown_until as "until", i.done,
  (select count(*)::int from intake.known_issue_message m where m.district = i.district and m.issue = i.id) as joined`;

/** Known issues as they stand, and the messages that are joined to them. */
@Injectable()
export class KnownIssues {
  constructor(private readonly database: Database) {}

  /** In the transaction of its event. */
  async keep(tx: Transaction, { district, id, version, state, by, at }: KeptIssue): Promise<void> {
    const { status, title, text, textSah = null, topics, settlements, words, organisation = null, until, done } = state;
    await tx.query(
      `insert into intake.known_issue as i (district, id, version, status, title, said, said_sah, topics, settlements, words,
         organisation, opened_at, opened_by, changed_at, shown_until, done)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12, $14, $15)
       on conflict (district, id) do update set version = excluded.version, status = excluded.status, said = excluded.said,
         said_sah = excluded.said_sah, changed_at = excluded.changed_at, shown_until = excluded.shown_until,
         done = excluded.done
       where i.version < excluded.version`,
      [
        ...[district, id, version, status, title, text, textSah, topics, settlements, words, organisation],
        ...[at, by ?? null, until, done ?? null],
      ],
    );
  }

  /**
   * Until the transaction ends no other one changes it, and with `ending` none joins a message to it. Undefined: the district has none of
   * that id.
   */
  async lock(tx: Transaction, district: number, id: string, ending: boolean): Promise<KnownIssueRow | undefined> {
    const { rows } = await tx.query<KnownIssueRow>(
      `select ${COLUMNS} from intake.known_issue i where i.district = $1 and i.id = $2
       for ${ending ? 'update' : 'share'} of i`,
      [district, id],
    );
    return rows[0];
  }

  async join(tx: Transaction, district: number, issue: string, appeal: string): Promise<void> {
    await tx.query(
      `insert into intake.known_issue_message (district, issue, appeal) values ($1, $2, $3) on conflict do nothing`,
      [district, issue, appeal],
    );
  }

  /** The answer by which it was joined was taken back; `still`: the issues that it is joined to all the same. */
  async part(tx: Transaction, district: number, appeal: string, still: readonly string[]): Promise<void> {
    const statement =
      'delete from intake.known_issue_message where district = $1 and appeal = $2 and issue <> all($3::uuid[])';
    await tx.query(statement, [district, appeal, still]);
  }

  async joined(tx: Transaction, district: number, issue: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ appeal: string }>(
      'select appeal from intake.known_issue_message where district = $1 and issue = $2 order by appeal',
      [district, issue],
    );
    return rows.map(({ appeal }) => appeal);
  }

  /** What is shown to residents at the time, the newest first. */
  async live(district: number, at: string): Promise<readonly KnownIssueRow[]> {
    const { rows } = await this.database.scope(district).query<KnownIssueRow>(
      `select ${COLUMNS} from intake.known_issue i
       where i.district = $1 and i.status = 'LIVE' and i.shown_until > $2
       order by i.opened_at desc, i.id limit ${MAX_LISTED}`,
      [district, at],
    );
    return rows;
  }

  /** For officials: what is shown, what waits for the word what was done, what ended in the last days. */
  async listed(district: number, at: string): Promise<readonly KnownIssueRow[]> {
    const { rows } = await this.database.scope(district).query<KnownIssueRow>(
      `select ${COLUMNS} from intake.known_issue i
       where i.district = $1 and (i.status <> 'ENDED' or i.changed_at > $2::timestamptz - interval '${LISTED_AFTER_END}')
       order by i.status = 'ENDED', i.opened_at desc, i.id limit ${MAX_LISTED}`,
      [district, at],
    );
    return rows;
  }
}
