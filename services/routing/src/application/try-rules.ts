import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, localDate, type LocalDate } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import type { ProposedRoute, Submission } from '../domain/routing-rules.js';
import { ReceivedAppeals, type SubmittedAppeal } from '../store/received-appeals.js';
import { DecidedTexts } from './decided-texts.js';
import { DistrictRoutes } from './district-routes.js';

const DAYS = 90;
const DAY_MS = 86_400_000;
const MAX_APPEALS = 1_000;
/** None is tried after it: an administrator waits for the answer. */
const MAX_MS = 4_000;
const BATCH = 50;
/** Each is looked for in each text, and meanwhile nothing else is done. */
export const MAX_PATTERNS = 2_000;

export type Place = Pick<ProposedRoute, 'topic' | 'department'>;

/** Appeals that go from one place to another; undefined: to the coordinator. */
export interface Move {
  readonly appeals: number;
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

export interface RulesTrial {
  readonly since: LocalDate;
  readonly received: number;
  readonly tried: number;
  readonly changed: number;
  /** Most first. */
  readonly moves: readonly Move[];
}

/** What changed rules would have made of what was received of late, beside the rules in force. It answers counts. */
@Injectable()
export class TryRules {
  private isBusy = false;

  constructor(
    private readonly database: Database,
    private readonly received: ReceivedAppeals,
    private readonly texts: DecidedTexts,
    private readonly routes: DistrictRoutes,
    private readonly clock: Clock,
  ) {}

  /** Undefined: another one goes on in this process. */
  async of(present: District, changed: District): Promise<RulesTrial | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    try {
      return await this.compare(present, changed);
    } finally {
      this.isBusy = false;
    }
  }

  private async compare(present: District, changed: District): Promise<RulesTrial> {
    const { id, zone } = present;
    const since = localDate(new Date(Date.parse(this.clock.now()) - DAYS * DAY_MS).toISOString(), zone);
    const asked = { since, max: MAX_APPEALS };
    const { received, newest } = await this.database
      .scope(id)
      .transaction((tx) => this.received.newestSince(tx, id, asked));
    const [before, after] = [this.routes.of(present), this.routes.of(changed)];
    const until = performance.now() + MAX_MS;
    const moves = new Map<string, Counted>();
    let tried = 0;
    for await (const appeal of this.opened(id, newest)) {
      if (performance.now() >= until) break;
      const submission = submissionOf(appeal);
      count(moves, before(submission), after(submission));
      tried += 1;
      await othersTurn();
    }
    const counted = [...moves.values()].toSorted((one, other) => other.appeals - one.appeals);
    return { since, received, tried, changed: counted.reduce((sum, { appeals }) => sum + appeals, 0), moves: counted };
  }

  /** Texts are opened by so many at a time, and forgotten. */
  private async *opened(district: number, appeals: readonly SubmittedAppeal[]) {
    for (let from = 0; from < appeals.length; from += BATCH)
      yield* await this.texts.of(district, appeals.slice(from, from + BATCH));
  }
}

export function patternsOf({ routingRules }: Pick<District, 'routingRules'>): number {
  return routingRules.reduce((sum, { words, without = [] }) => sum + words.length + without.length, 0);
}

function submissionOf({ text, channel, settlement, topic }: SubmittedAppeal & { readonly text: string }): Submission {
  return { text, channel, ...(settlement !== null && { settlement }), ...(topic !== null && { topic }) };
}

type Counted = Omit<Move, 'appeals'> & { appeals: number };

function count(moves: Map<string, Counted>, before: Place | undefined, after: Place | undefined): void {
  const [from, to] = [nameOf(before), nameOf(after)];
  if (from === to) return;
  const known = moves.get(`${from} ${to}`);
  if (known) known.appeals += 1;
  else moves.set(`${from} ${to}`, { appeals: 1, before, after });
}

function nameOf(place: Place | undefined): string {
  return place ? `${place.topic}/${place.department}` : '';
}
