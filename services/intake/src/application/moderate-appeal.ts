import { Injectable } from '@nestjs/common';
import type {
  AppealActInput,
  AppealReasonInput,
  MarkAsDuplicateInput,
  TurnIntoAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import { AppealHandler } from './appeal-handler.js';
import { MarkAsDuplicate } from './mark-as-duplicate.js';
import { RegisterAppeal, type Registered } from './register-appeal.js';

type Changed = Promise<Handled<AppealState, AppealEvent>>;

/** Decisions of the moderator and the registrar. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class ModerateAppeal {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly duplicates: MarkAsDuplicate,
    private readonly registration: RegisterAppeal,
  ) {}

  takeUp(ctx: ClientCommandContext, { id, expectedVersion }: AppealActInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'TakeUpMessage' }, { expectedVersion });
  }

  turnIntoAppeal(ctx: ClientCommandContext, { id, expectedVersion, identifiedBy }: TurnIntoAppealInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'TurnIntoAppeal', identifiedBy }, { expectedVersion });
  }

  markAsSpam(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    return this.appeals.handle(ctx, id, { type: 'MarkAsSpam', reason }, { expectedVersion });
  }

  markAsDuplicate(ctx: ClientCommandContext, input: MarkAsDuplicateInput): Promise<{ readonly version: number }> {
    return this.duplicates.mark(ctx, input);
  }

  takeBackDecision(ctx: ClientCommandContext, { id, expectedVersion, reason }: AppealReasonInput): Changed {
    const { commandId } = ctx;
    return this.appeals.handle(ctx, id, { type: 'TakeBackDecision', reason, commandId }, { expectedVersion });
  }

  register(ctx: ClientCommandContext, { id, expectedVersion }: AppealActInput): Promise<Registered> {
    return this.registration.register({ district: ctx.inDistrict, id, context: ctx, expectedVersion });
  }
}
