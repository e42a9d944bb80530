import { Injectable } from '@nestjs/common';
import type {
  EndKnownIssueInput,
  OpenKnownIssueInput,
  UpdateKnownIssueInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { WorkQueue, type Work } from '@otklik/host';
import { compact, refuse, uuidv5 } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { holdsPersonalData, sayableOf } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import type { KnownIssueCommand } from '../domain/known-issue.decide.js';
import { outcomeOf, type KnownIssueEvent, type KnownIssueState } from '../domain/known-issue.js';
import { KnownIssues } from '../store/known-issues.js';
import { KnownIssueHandler } from './known-issue-handler.js';

type Changed = Handled<KnownIssueState, KnownIssueEvent>;
/** With the id of the stream that it opened. */
type Opened = Changed & { readonly id: string };

/** Work, an issue each: its key is the issue, due when its time is over. */
export const LAPSE = 'KNOWN_ISSUE';
/** Work, a message each: its key is the issue and the appeal. */
export const SEND_OUTCOME = 'KNOWN_ISSUE_END';

export interface OutcomeWork {
  readonly issue: string;
  readonly appeal: string;
  /** For all to read. */
  readonly text: string;
}

/** An answer at once may be taken back for so long; the outcome goes after it (ms). */
const AFTER_ANSWERS_MS = 15_000;

/** All residents of the district read it. */
function demandWholeDistrict({ mayActIn }: ClientCommandContext): void {
  if (mayActIn !== 'ALL') refuse('FORBIDDEN');
}

/**
 * What the administration knows of and works at, shown where residents write until its time is over. Each throws `Refusal`,
 * `VersionConflict`, `IdempotencyKeyReused`.
 */
@Injectable()
export class AnnounceIssue {
  constructor(
    private readonly database: Database,
    private readonly issues: KnownIssueHandler,
    private readonly rows: KnownIssues,
    private readonly queue: WorkQueue,
  ) {}

  async open(ctx: ClientCommandContext, input: OpenKnownIssueInput): Promise<Opened> {
    demandWholeDistrict(ctx);
    const { title, text, textSah, topics, settlements, words, until, organisation } = input;
    const said = compact({
      title,
      text,
      textSah: textSah ?? undefined,
      organisation: organisation ?? undefined,
      words: words?.length ? words : undefined,
    });
    const found = await foundIn(ctx, { ...said, words: said.words?.join('\n') });
    const opened = { ...said, topics, settlements, until: new Date(until).toISOString() };
    const command = { type: 'OpenKnownIssue', ...opened, at: ctx.at, found } as const;
    const id = uuidv5(ctx.commandId, 'known-issue');
    return { id, ...(await this.change(ctx, id, command, undefined)) };
  }

  async update(ctx: ClientCommandContext, input: UpdateKnownIssueInput): Promise<Changed> {
    demandWholeDistrict(ctx);
    const { id, expectedVersion } = input;
    const said = compact({
      text: input.text ?? undefined,
      textSah: input.textSah ?? undefined,
      reason: input.reason ?? undefined,
    });
    const until = input.until ? new Date(input.until).toISOString() : undefined;
    const found = await foundIn(ctx, said);
    const command = { type: 'UpdateKnownIssue', ...said, ...compact({ until }), at: ctx.at, found } as const;
    return this.change(ctx, id, command, expectedVersion);
  }

  async end(ctx: ClientCommandContext, { id, expectedVersion, done }: EndKnownIssueInput): Promise<Changed> {
    demandWholeDistrict(ctx);
    const found = await foundIn(ctx, { done });
    return this.change(ctx, id, { type: 'EndKnownIssue', done, at: ctx.at, found }, expectedVersion);
  }

  /** `taken`: its work is taken in the same transaction, after the issue is locked, as officials lock them. */
  async lapse(ctx: CommandContext, id: string, taken: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.database.scope(ctx.district).transaction(async (tx) => {
      await this.rows.lock(tx, ctx.district, id, true);
      await taken(tx);
      await this.changeIn(tx, ctx, id, { type: 'LapseKnownIssue', at: ctx.at }, {});
    });
  }

  private change(
    ctx: ClientCommandContext,
    given: string,
    command: KnownIssueCommand,
    expectedVersion: number | undefined,
  ): Promise<Changed> {
    const id = given.toLowerCase();
    return this.database
      .scope(ctx.district)
      .transaction((tx) => this.changeIn(tx, ctx, id, command, compact({ expectedVersion })));
  }

  private async changeIn(
    tx: Transaction,
    ctx: CommandContext,
    id: string,
    command: KnownIssueCommand,
    options: { readonly expectedVersion?: number },
  ): Promise<Changed> {
    const { district, at, actor } = ctx;
    // Who joins a message meanwhile waits, and finds it over; who joined one before is in the list of the end.
    const row = await this.rows.lock(tx, district, id, true);
    if (!row && command.type !== 'OpenKnownIssue') refuse('NOT_FOUND');
    const changed = await this.issues.handle(ctx, id, command, { ...options, tx });
    const { state, version, events, repeated } = changed;
    if (repeated || events.length === 0 || state.status === 'NONE') return changed;
    const by = actor.kind === 'official' ? actor.id : undefined;
    await this.rows.keep(tx, { district, id, version, state, by, at });
    if (state.status === 'LIVE')
      await this.queue.set(tx, [{ district, kind: LAPSE, key: id, body: {}, dueAt: state.until }]);
    else await this.queue.cancel(tx, district, LAPSE, [id]);
    if (state.status === 'ENDED')
      await this.sendOutcome(tx, district, id, outcomeOf({ ...state, done: state.done ?? '' }));
    return changed;
  }

  private async sendOutcome(tx: Transaction, district: number, issue: string, text: string): Promise<void> {
    const appeals = await this.rows.joined(tx, district, issue);
    const works = appeals.map((appeal): Work<OutcomeWork> => ({
      district,
      kind: SEND_OUTCOME,
      key: `${issue} ${appeal}`,
      body: { issue, appeal, text },
      dueInMs: AFTER_ANSWERS_MS,
    }));
    await this.queue.add(tx, works);
  }
}

/** The fields in which something may be personal data; how the administration is reached is none, and an outage has houses. */
async function foundIn(
  { inDistrict }: ClientCommandContext,
  texts: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<readonly string[]> {
  const lexicon = await russianLexicon();
  const sayable = { ...sayableOf(inDistrict.public, []), houses: true } as const;
  return Object.entries(texts).flatMap(([field, text]) =>
    typeof text === 'string' && holdsPersonalData(text, sayable, lexicon) ? [field] : [],
  );
}
