import { Injectable } from '@nestjs/common';
import type { JoinOwnMessageInput, JoinToKnownIssueInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { localDate, refuse } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import type { AppealEvent, AppealState } from '../../appeal/domain/appeal.js';
import { answerOf } from '../domain/known-issue.js';
import { KnownIssues } from '../store/known-issues.js';

type Joining = Pick<JoinToKnownIssueInput, 'id' | 'issue' | 'expectedVersion'>;
type Joined = Promise<Handled<AppealState, AppealEvent>>;

/** A moderator, or the sender himself, joins messages to a known issue: each is answered at once by its text, and its sender is sent what was done. */
@Injectable()
export class JoinToIssue {
  constructor(
    private readonly database: Database,
    private readonly appeals: AppealHandler,
    private readonly issues: KnownIssues,
  ) {}

  /** Throws `Refusal` (NOT_FOUND: the district has no such issue), `VersionConflict`, `IdempotencyKeyReused`. */
  join(ctx: ClientCommandContext, { id, issue, expectedVersion }: Joining): Joined {
    return this.joinAs(ctx, id, issue, { expectedVersion });
  }

  /** Of the appeal that the sender has opened. Throws as `join`. */
  joinOwn(ctx: ClientCommandContext, { issue }: Pick<JoinOwnMessageInput, 'issue'>): Joined {
    const { sender } = ctx;
    return sender.kind === 'resident' ? this.joinAs(ctx, sender.appeal, issue, {}) : refuse('NOT_FOUND');
  }

  private joinAs(
    ctx: ClientCommandContext,
    id: string,
    given: string,
    seen: { readonly expectedVersion?: number },
  ): Joined {
    const { district, at, commandId, inDistrict, sender } = ctx;
    const bySender = sender.kind === 'resident';
    const joinIn = async (tx: Transaction): Joined => {
      const issue = (await this.issues.lock(tx, district, given.toLowerCase(), false)) ?? refuse('NOT_FOUND');
      const isLive = issue.status === 'LIVE' && issue.until.toISOString() > at;
      const { zone } = inDistrict;
      const answering = { answeredOn: localDate(at, zone), zone, at, commandId };
      const command = {
        type: 'AnswerAtOnce',
        text: answerOf({ title: issue.title, text: issue.text }),
        ...answering,
        issue: { id: issue.id, isLive, bySender },
      } as const;
      const joined = await this.appeals.handle(ctx, id, command, { tx, ...seen });
      if (joined.events.length > 0) await this.issues.join(tx, district, issue.id, id.toLowerCase());
      return joined;
    };
    return this.database.scope(district).transaction(joinIn);
  }
}
