import { Injectable } from '@nestjs/common';
import type {
  AppealActInput,
  AppealReasonInput,
  GrantReopeningInput,
  ReopenAppealInput,
  ReopenOnSupplementInput,
  ReplyToSupplementInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { localDate } from '@otklik/kernel';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import { Database } from '@otklik/tenancy';
import { AppealHandler } from './appeal-handler.js';
import { AppealQuestions } from '../store/appeal-questions.js';
import { namedQuestion } from './appeal-questions.js';

type Changed = Promise<Handled<AppealState, AppealEvent>>;

/** What controllers, heads and coordinators decide of a registered appeal. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly questions: AppealQuestions,
    private readonly database: Database,
  ) {}

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

  /** Without a request of the applicant, and on no addition. */
  async reopenAppeal(ctx: ClientCommandContext, input: ReopenAppealInput): Changed {
    const { id, expectedVersion, question, reason } = input;
    const { district, mayActIn, commandId, at, inDistrict } = ctx;
    const { zone } = inDistrict;
    const command = {
      type: 'ReopenAppeal',
      ...(await namedQuestion(this.database, this.questions, district, id, question)),
      reason,
      mayActIn,
      departments: await this.departmentsOf(district, id, question),
      grantedOn: localDate(at, zone),
      zone,
      commandId,
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
    const departments = await this.departmentsOf(district, input.id, 'question' in input ? input.question : undefined);
    return { supplement, recordedBy, mayActIn, departments, commandId };
  }

  /** Codes of those that have the question, or the appeal's questions. */
  private departmentsOf(district: number, id: string, question?: string | null): Promise<readonly string[]> {
    return this.database
      .scope(district)
      .transaction((tx) => this.questions.departments(tx, district, id, question ?? undefined));
  }

  async acknowledgeSupplement(ctx: ClientCommandContext, { id, expectedVersion }: AppealActInput): Changed {
    const { district, mayActIn } = ctx;
    const departments = await this.departmentsOf(district, id);
    const command = { type: 'AcknowledgeSupplement', mayActIn, departments } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }
}
