import { Injectable } from '@nestjs/common';
import { compact } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import type { EditionAct, EditionState, ReviewEdition } from '../application/review-edition.js';
import { keptNumbers } from '../domain/review-figures.js';

/** The command that made a row, and the keyed hash of its input. */
export interface EditionCommand {
  readonly command: string;
  readonly fingerprint: string;
}

export interface EditionDecision extends EditionAct, EditionCommand {
  readonly review: string;
  readonly version: number;
  readonly state: EditionState;
  readonly reason?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly period: string;
  readonly edition: number;
  readonly title: string;
  readonly text: string;
  readonly tables: string;
  readonly official: string;
  readonly onBehalfOf: string | null;
  readonly version: number | null;
  readonly state: EditionState | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  readonly reason: string | null;
}

const SELECT = `select p.id, p.at, p.period, p.edition, p.title, p.text, p.tables, p.official, p.on_behalf_of as "onBehalfOf",
    d.version, d.state, d.at as "decidedAt", d.official as "decidedBy", d.on_behalf_of as "decidedFor", d.reason
  from search.review_prepared p
  left join lateral (select * from search.review_decided where district = p.district and review = p.id
    order by version desc limit 1) d on true
  where p.district = $1`;

/** Editions of reviews. They are only added to. */
@Injectable()
export class ReviewEditions {
  constructor(private readonly database: Database) {}

  /** All of the district, the newest edition of a period first. */
  async all(district: number): Promise<readonly ReviewEdition[]> {
    const { rows } = await this.database
      .scope(district)
      .query<Row>({ name: 'review editions', text: `${SELECT} order by p.period desc, p.edition desc` }, [district]);
    return rows.map(editionOf);
  }

  /** Of each period, or of one, the newest that was ever public: released, or taken back since. */
  async everPublic(district: number, period?: string): Promise<readonly ReviewEdition[]> {
    const { rows } = await this.database.scope(district).query<Row>(
      {
        name: 'public review editions',
        text: `select distinct on (e.period) e.* from (${SELECT} and d.state in ('RELEASED', 'TAKEN_BACK')
            and ($2::text is null or p.period = $2)) e order by e.period, e.edition desc`,
      },
      [district, period ?? null],
    );
    return rows.map(editionOf);
  }

  /** Of the period; others of the district wait until the transaction ends. */
  async ofPeriod(tx: Transaction, district: number, period: string): Promise<readonly ReviewEdition[]> {
    await this.lock(tx, district);
    const { rows } = await tx.query<Row>(`${SELECT} and p.period = $2 order by p.edition desc`, [district, period]);
    return rows.map(editionOf);
  }

  async one(tx: Transaction, district: number, id: string): Promise<ReviewEdition | undefined> {
    await this.lock(tx, district);
    const { rows } = await tx.query<Row>(`${SELECT} and p.id = $2`, [district, id]);
    return rows.map(editionOf)[0];
  }

  /** The edition that the command prepared or decided, with the hash of what it was given. */
  async byCommand(
    tx: Transaction,
    district: number,
    command: string,
  ): Promise<{ readonly id: string; readonly fingerprint: string } | undefined> {
    const { rows } = await tx.query<{ id: string; fingerprint: string }>(
      `select id, fingerprint from search.review_prepared where district = $1 and command = $2
       union all select review, fingerprint from search.review_decided where district = $1 and command = $2`,
      [district, command],
    );
    return rows[0];
  }

  async prepare(tx: Transaction, district: number, made: ReviewEdition, by: EditionCommand): Promise<void> {
    const { id, period, edition, title, text, tables, figures, prepared } = made;
    const numbers = JSON.stringify({ figures, tables });
    await tx.query(
      `insert into search.review_prepared
         (district, id, at, period, edition, title, text, tables, official, on_behalf_of, command, fingerprint)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[district, id, prepared.at, period, edition, title, JSON.stringify(text), numbers],
        ...[prepared.official, prepared.onBehalfOf ?? null, by.command, by.fingerprint],
      ],
    );
  }

  async decide(tx: Transaction, district: number, decision: EditionDecision): Promise<void> {
    const { review, version, at, state, official, onBehalfOf, reason, command, fingerprint } = decision;
    await tx.query(
      `insert into search.review_decided
         (district, review, version, at, state, official, on_behalf_of, reason, command, fingerprint)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [district, review, version, at, state, official, onBehalfOf ?? null, reason ?? null, command, fingerprint],
    );
  }

  private async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('search.review_edition'), $1)`, [district]);
  }
}

function editionOf(row: Row): ReviewEdition {
  const { id, period, edition, title, text, tables, at, official, onBehalfOf } = row;
  return {
    id,
    period,
    edition,
    title,
    text: JSON.parse(text) as ReviewEdition['text'],
    ...keptNumbers<ReviewEdition['tables'][number]>(tables),
    version: row.version ?? 1,
    state: row.state ?? 'PREPARED',
    prepared: { at: at.toISOString(), official, ...compact({ onBehalfOf: onBehalfOf ?? undefined }) },
    ...(row.decidedAt && {
      decided: {
        at: row.decidedAt.toISOString(),
        official: row.decidedBy!,
        ...compact({ onBehalfOf: row.decidedFor ?? undefined, reason: row.reason ?? undefined }),
      },
    }),
  };
}
