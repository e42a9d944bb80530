import { Injectable } from '@nestjs/common';
import type {
  AppealActInput,
  AppealReasonInput,
  CorrectRegistrationInput,
  GrantReopeningInput,
  ReopenOnSupplementInput,
  ReplyToSupplementInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { localDate, refuse } from '@otklik/kernel';
import type { Original } from '../domain/appeal.decide.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import { Database } from '@otklik/tenancy';
import { AppealHandler } from './appeal-handler.js';
import { SameLetter } from './same-letter.js';
import { AppealQuestions, namedQuestion } from './appeal-questions.js';

type Changed = Promise<Handled<AppealState, AppealEvent>>;

/** What controllers, heads and coordinators decide of a registered appeal. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly questions: AppealQuestions,
    private readonly database: Database,
    private readonly letters: SameLetter,
  ) {}

  async correctRegistration(ctx: ClientCommandContext, input: CorrectRegistrationInput): Changed {
    const { id, expectedVersion, ground, reason } = input;
    const { actor, sender, at, inDistrict } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const today = localDate(at, inDistrict.zone);
    // By a role that permits it on any day, where the official has one: `@access` names those first.
    const bound = actor.role === 'REGISTRAR' ? { onlyOn: today } : {};
    const of = input.of ? await this.original(ctx.district, input.of.toLowerCase(), id) : undefined;
    const said = { id, ground, reason, by: sender.id, today };
    const command = { type: 'CorrectRegistration', ...said, ...bound, ...(of ? { of } : {}) } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  /** Today is the day from which the new term runs. */
  async grantReopening(ctx: ClientCommandContext, { id, expectedVersion, question }: GrantReopeningInput): Changed {
    const { commandId, at, inDistrict } = ctx;
    const { zone } = inDistrict;
    const named = await namedQuestion(this.database, this.questions, ctx.district, id, question);
    const command = { type: 'GrantReopening', ...named, grantedOn: localDate(at, zone), zone, commandId } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  refuseReopening(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'RefuseReopening', reason }, { expectedVersion });
  }

  setLegalHold(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'SetLegalHold', reason }, { expectedVersion });
  }

  liftLegalHold(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'LiftLegalHold', reason }, { expectedVersion });
  }

  recordConsentWithdrawal(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'WithdrawConsent', reason }, { expectedVersion });
  }

  /** Without a request of the applicant: on what was written after the answer. */
  async reopenOnSupplement(ctx: ClientCommandContext, input: ReopenOnSupplementInput): Changed {
    const { id, expectedVersion, question, words } = input;
    const { zone } = ctx.inDistrict;
    const named = await namedQuestion(this.database, this.questions, ctx.district, id, question);
    const told = words ? { words } : {};
    const on = await this.onSupplement(ctx, input);
    const command = {
      type: 'ReopenOnSupplement',
      ...named,
      ...told,
      ...on,
      grantedOn: localDate(ctx.at, zone),
      zone,
    } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  async replyToSupplement(ctx: ClientCommandContext, input: ReplyToSupplementInput): Changed {
    const { id, expectedVersion, text } = input;
    const command = { type: 'ReplyToSupplement', ...(await this.onSupplement(ctx, input)), text } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  private async onSupplement(ctx: ClientCommandContext, input: ReplyToSupplementInput | ReopenOnSupplementInput) {
    const { district, mayActIn, commandId } = ctx;
    const supplement = input.supplement.toLowerCase();
    const recordedBy = await this.appeals.supplementedBy(district, input.id, supplement);
    return { supplement, recordedBy, mayActIn, departments: await this.departmentsOf(district, input.id), commandId };
  }

  private departmentsOf(district: number, id: string): Promise<readonly string[]> {
    return this.database.scope(district).transaction((tx) => this.questions.departments(tx, district, id));
  }

  async acknowledgeSupplement(ctx: ClientCommandContext, { id, expectedVersion }: AppealActInput): Changed {
    const { district, mayActIn } = ctx;
    const departments = await this.departmentsOf(district, id);
    const command = { type: 'AcknowledgeSupplement', mayActIn, departments } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  private async original(district: number, id: string, of: string): Promise<Original> {
    const { state } = await this.appeals.load(district, id);
    if (state.status === 'NONE') refuse('NOT_FOUND');
    const isSameLetter = await this.letters.areSame(district, id, of);
    return { id, status: state.status, number: 'number' in state ? state.number : undefined, isSameLetter };
  }
}
