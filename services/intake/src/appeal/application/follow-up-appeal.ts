import { Injectable } from '@nestjs/common';
import type {
  PublicationConsentInput,
  RateAppealInput,
  RequestReopeningInput,
  ResidentActInput,
  SupplementAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, refuse } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { KeyDestroyed } from '@otklik/vault';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import { AppealHandler } from './appeal-handler.js';
import { AppealQuestions } from '../store/appeal-questions.js';
import { namedQuestion } from './appeal-questions.js';
import { Files, type Owner } from '../../files/application/files.js';

type Changed = Promise<Handled<AppealState, AppealEvent>>;

/** What the holder of a follow-up code does with the one appeal that it opened. */
@Injectable()
export class FollowUpAppeal {
  constructor(
    private readonly database: Database,
    private readonly appeals: AppealHandler,
    private readonly files: Files,
    private readonly questions: AppealQuestions,
  ) {}

  rate(ctx: ClientCommandContext, { score, comment }: RateAppealInput): Changed {
    const { commandId } = ctx;
    const rating = { type: 'RateAppeal', score, commandId, ...(comment && { comment }) } as const;
    return this.appeals.handle(ctx, ownerOf(ctx).appeal, rating);
  }

  /** Adds a text and files: both or neither. */
  async supplement(ctx: ClientCommandContext, { text, files }: SupplementAppealInput): Changed {
    const owner = ownerOf(ctx);
    const wanted = [...new Set((files ?? []).map((id) => id.toLowerCase()))];
    const command = { type: 'SupplementAppeal', text, commandId: ctx.commandId } as const;
    if (wanted.length === 0) return this.appeals.handle(ctx, owner.appeal, { ...command, files: [] });
    const claim = await this.files.claim(owner, wanted).catch(refuseErased);
    const { fileNames } = claim;
    const supplement = { ...command, files: claim.files, ...compact({ fileNames }) };
    return this.database.scope(owner.district).transaction(async (tx) => {
      await claim.commit(tx);
      return this.appeals.handle(ctx, owner.appeal, supplement, { tx });
    });
  }

  withdraw(ctx: ClientCommandContext, _: ResidentActInput): Changed {
    return this.appeals.handle(ctx, ownerOf(ctx).appeal, { type: 'WithdrawAppeal' });
  }

  withdrawConsent(ctx: ClientCommandContext, _: ResidentActInput): Changed {
    return this.appeals.handle(ctx, ownerOf(ctx).appeal, { type: 'WithdrawConsent' });
  }

  async consentToPublication(
    ctx: ClientCommandContext,
    { question: of }: PublicationConsentInput,
    type: 'AllowPublication' | 'DisallowPublication',
  ): Changed {
    const { appeal } = ownerOf(ctx);
    const { question = refuse('NOT_FOUND') } = await namedQuestion(
      this.database,
      this.questions,
      ctx.district,
      appeal,
      of,
    );
    return this.appeals.handle(ctx, appeal, { type, question });
  }

  /** Within the term of the district's current policy. */
  async requestReopening(ctx: ClientCommandContext, { reason, question }: RequestReopeningInput): Changed {
    const { commandId, at, inDistrict, district } = ctx;
    const today = localDate(at, inDistrict.zone);
    const { reopenWithinDays: withinDays } = inDistrict.policy;
    const { appeal } = ownerOf(ctx);
    const named = await namedQuestion(this.database, this.questions, district, appeal, question);
    const command = { type: 'RequestReopening', reason, ...named, commandId, today, withinDays } as const;
    return this.appeals.handle(ctx, appeal, command);
  }
}

function ownerOf({ sender }: ClientCommandContext): Owner {
  return sender.kind === 'resident' ? sender : refuse('NOT_FOUND');
}

/** Claiming files seals their keys, which fails for an erased person before the domain could refuse. */
function refuseErased(error: unknown): never {
  if (error instanceof KeyDestroyed) refuse('APPEAL_STATE_FORBIDS');
  throw error;
}
