import { Injectable } from '@nestjs/common';
import type {
  AnswerAtOnceInput,
  AppealActInput,
  AppealReasonInput,
  EscalateUrgentlyInput,
  MarkAsDuplicateInput,
  MarkAsSpamInput,
  TakeUpWithWordsInput,
  TurnIntoAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, termStart } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { KnownIssues } from '../../known-issues/store/known-issues.js';
import { numberOf, type AppealEvent, type AppealState } from '../domain/appeal.js';
import { receptionDeadline } from '../domain/reception-deadline.js';
import { AppealHandler } from './appeal-handler.js';
import { MarkAsDuplicate } from './mark-as-duplicate.js';
import { isMessage } from '@otklik/case/regime';
import { RegisterAppeal, type Registered } from './register-appeal.js';

type Changed = Promise<Handled<AppealState, AppealEvent>>;

/** Decisions of the moderator and the registrar. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class ModerateAppeal {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly duplicates: MarkAsDuplicate,
    private readonly registration: RegisterAppeal,
    private readonly issues: KnownIssues,
    private readonly database: Database,
  ) {}

  takeUp(ctx: ClientCommandContext, { id, expectedVersion }: AppealActInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'TakeUpMessage' }, { expectedVersion });
  }

  takeUpWithWords(ctx: ClientCommandContext, { id, expectedVersion, words }: TakeUpWithWordsInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'TakeUpMessage', told: { words, at: ctx.at } }, { expectedVersion });
  }

  /** A message that is registered gets its second number at once. */
  async turnIntoAppeal(
    ctx: ClientCommandContext,
    input: TurnIntoAppealInput,
  ): Promise<{ readonly version: number; readonly number?: string }> {
    const { id, expectedVersion, identification, identifiedBy } = input;
    const { state } = await this.appeals.load(ctx.district, id);
    if (state.status === 'REGISTERED' && isMessage(state.regime)) {
      return this.registration.turn(ctx, ctx.inDistrict, { id, expectedVersion, identification, identifiedBy });
    }
    const { inDistrict, at } = ctx;
    // From the identification: by the law it has come only now.
    const deadline = receptionDeadline(
      inDistrict,
      'APPEAL_59FZ',
      termStart(localDate(at, inDistrict.zone), inDistrict.zone, at),
    );
    const term = deadline ? { deadline } : {};
    const command = { type: 'TurnIntoAppeal', identification, identifiedBy, ...term } as const;
    const { version, state: turned } = await this.appeals.handle(ctx, id, command, { expectedVersion });
    // Repeated, where the message had been registered: it is answered as the first time, with the number.
    const number = numberOf(turned);
    return compact({ version, number });
  }

  markAsSpam(ctx: ClientCommandContext, { id, expectedVersion, kind, reason }: MarkAsSpamInput): Changed {
    const why = reason === null || reason === undefined ? {} : { reason };
    return this.appeals.handle(ctx, id, { type: 'MarkAsSpam', kind, ...why }, { expectedVersion });
  }

  answerAtOnce(ctx: ClientCommandContext, { id, expectedVersion, text }: AnswerAtOnceInput): Changed {
    const { at, commandId } = ctx;
    const { zone } = ctx.inDistrict;
    const command = { type: 'AnswerAtOnce', text, answeredOn: localDate(at, zone), zone, at, commandId } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  escalateUrgently(ctx: ClientCommandContext, { id, expectedVersion, danger }: EscalateUrgentlyInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'EscalateUrgently', danger }, { expectedVersion });
  }

  markAsDuplicate(ctx: ClientCommandContext, input: MarkAsDuplicateInput): Promise<{ readonly version: number }> {
    return this.duplicates.mark(ctx, input);
  }

  /** It is joined to no known issue any more, and counted there no more. Repeated, it parts nothing: it may be joined again by then. */
  takeBackDecision(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    const { district, at, commandId } = ctx;
    const command = { type: 'TakeBackDecision', reason, at, commandId } as const;
    const takeBack = async (tx: Transaction) => {
      const changed = await this.appeals.handle(ctx, id, command, { tx, expectedVersion });
      const { state } = changed;
      const joined = state.status === 'NONE' ? [] : (state.published.knownIssues ?? []);
      if (changed.events.length > 0) await this.issues.part(tx, district, id.toLowerCase(), joined);
      return changed;
    };
    return this.database.scope(district).transaction(takeBack);
  }

  register(ctx: ClientCommandContext, { id, expectedVersion }: AppealActInput): Promise<Registered> {
    return this.registration.register({ district: ctx.inDistrict, id, context: ctx, expectedVersion });
  }
}
