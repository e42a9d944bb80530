import { Context, Query, Resolver } from '@nestjs/graphql';
import type {
  EndKnownIssueInput,
  JoinManyToKnownIssueInput,
  JoinOwnMessageInput,
  JoinToKnownIssueInput,
  AppealActItem,
  KnownIssue,
  OpenedKnownIssue,
  OpenKnownIssueInput,
  UpdateKnownIssueInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  BulkCommand,
  changeOf,
  Command,
  Ctx,
  Input,
  Items,
  NotFound,
  type EachItem,
  type PermittedContext,
} from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { AnnounceIssue } from '../../application/announce-issue.js';
import { JoinToIssue } from '../../application/join-to-issue.js';
import { KnownIssues, type KnownIssueRow } from '../../store/known-issues.js';

const MAX_TEXT = 1_000;
const MAX_TOPICS = 10;
const MAX_SETTLEMENTS = 50;
const MAX_WORDS = 10;
const MAX_WORD = 40;
const TEXTS = {
  text: { max: MAX_TEXT },
  textSah: { max: MAX_TEXT, optional: true },
} as const;

@Resolver()
export class KnownIssuesResolver {
  constructor(
    private readonly announce: AnnounceIssue,
    private readonly joining: JoinToIssue,
    private readonly issues: KnownIssues,
    private readonly clock: Clock,
  ) {}

  @Query('knownIssues')
  async knownIssues(@Context() { district }: PermittedContext): Promise<readonly KnownIssue[]> {
    if (!district) throw new NotFound();
    return (await this.issues.live(district.id, this.clock.now())).map(shown);
  }

  @Query('openedKnownIssues')
  async openedKnownIssues(@Context() { district }: PermittedContext): Promise<readonly OpenedKnownIssue[]> {
    if (!district) throw new NotFound();
    const now = this.clock.now();
    return (await this.issues.listed(district.id, now)).map((row) => opened(row, now));
  }

  @Command()
  openKnownIssue(
    @Input(
      {
        ...TEXTS,
        title: { max: 120 },
        organisation: { max: 200, optional: true },
        words: { max: MAX_WORD, items: MAX_WORDS, optional: true },
      },
      checkTopics,
      checkSettlements,
    )
    input: OpenKnownIssueInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.announce.open(ctx, input).then(({ id, ...changed }) => changeOf('intake', id, changed));
  }

  @Command()
  updateKnownIssue(
    @Input({ text: { max: MAX_TEXT, optional: true }, textSah: TEXTS.textSah, reason: { max: 300, optional: true } })
    input: UpdateKnownIssueInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.announce.update(ctx, input);
  }

  @Command()
  endKnownIssue(@Input({ done: { max: MAX_TEXT } }) input: EndKnownIssueInput, @Ctx() ctx: ClientCommandContext) {
    return this.announce.end(ctx, input);
  }

  @Command()
  joinToKnownIssue(@Input() input: JoinToKnownIssueInput, @Ctx() ctx: ClientCommandContext) {
    return this.joining.join(ctx, input);
  }

  @Command()
  joinOwnMessage(@Input() input: JoinOwnMessageInput, @Ctx() ctx: ClientCommandContext) {
    return this.joining.joinOwn(ctx, input);
  }

  @BulkCommand('joinToKnownIssue', { max: 200, shared: ['issue'] })
  joinManyToKnownIssue(@Items() each: EachItem<AppealActItem & Pick<JoinManyToKnownIssueInput, 'issue'>>) {
    return each((ctx, item) => this.joining.join(ctx, item));
  }
}

function checkTopics({ topics }: OpenKnownIssueInput, { inDistrict }: ClientCommandContext): void {
  if (topics.length === 0 || topics.length > MAX_TOPICS)
    throw new BadInput('NUMBER_OUT_OF_RANGE', 'input.topics', { min: 1, max: MAX_TOPICS });
  const known = new Set(inDistrict.topics.map(({ code }) => code));
  for (const [at, topic] of topics.entries())
    if (!known.has(topic)) throw new BadInput('TOPIC_UNKNOWN', `input.topics.${at}`);
}

function checkSettlements({ settlements }: OpenKnownIssueInput, { inDistrict }: ClientCommandContext): void {
  if (settlements.length > MAX_SETTLEMENTS)
    throw new BadInput('TOO_MANY_ITEMS', 'input.settlements', { max: MAX_SETTLEMENTS });
  const known = new Set(inDistrict.settlements.map(({ code }) => code));
  for (const [at, settlement] of settlements.entries())
    if (!known.has(settlement)) throw new BadInput('SETTLEMENT_UNKNOWN', `input.settlements.${at}`);
}

/** What both see of it. */
function shown({ id, title, text, textSah, topics, settlements, ...times }: KnownIssueRow) {
  return { id, title, text, textSah, topics: [...topics], settlements: [...settlements], ...timesOf(times) };
}

function opened(row: KnownIssueRow, now: string): OpenedKnownIssue {
  const { version, status, words, organisation, openedBy: by, joined, done, until } = row;
  // Its time may be over for some moments before that is recorded.
  const state = status === 'LIVE' && until.toISOString() <= now ? 'LAPSED' : status;
  return { ...shown(row), version, state, words: [...words], organisation, by, joined, done };
}

function timesOf({ openedAt, changedAt, until }: Pick<KnownIssueRow, 'openedAt' | 'changedAt' | 'until'>) {
  return { since: openedAt.toISOString(), changedAt: changedAt.toISOString(), until: until.toISOString() };
}
