import { Injectable } from '@nestjs/common';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, refuse } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { CorrectDetails as Command, PlaceParts } from '../domain/appeal.commands.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import { AppealQuestions } from '../store/appeal-questions.js';
import { AppealHandler } from './appeal-handler.js';

/** What is corrected, checked. */
export interface Corrected {
  readonly id: string;
  readonly expectedVersion: number;
  readonly gist?: string;
  readonly removesGist?: boolean;
  readonly place?: PlaceParts;
  readonly reason: string;
}

/** Corrects the gist and the place of a registered appeal. Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class CorrectDetails {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly questions: AppealQuestions,
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async correct(ctx: ClientCommandContext, input: Corrected): Promise<Handled<AppealState, AppealEvent>> {
    const { district, mayActIn, commandId } = ctx;
    const { id, expectedVersion, gist, removesGist, place, reason } = input;
    const departments = await this.database
      .scope(district)
      .transaction((tx) => this.questions.departments(tx, district, id));
    const command = {
      type: 'CorrectDetails',
      ...compact({ gist, removesGist, place }),
      former: await this.former(district, id),
      reason,
      mayActIn,
      departments,
      commandId,
    } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  /** What another command changes meanwhile is refused by the version. */
  private async former(district: number, id: string): Promise<Command['former']> {
    const { state } = await this.appeals.load(district, id);
    if (state.status === 'NONE') return refuse('NOT_FOUND');
    const { gist, received } = state.published;
    const { settlement } = received;
    const texts = { gist, placeText: received.placeText, point: received.point };
    const opened = await Promise.all(
      Object.entries(texts).map(async ([field, sealed]) => {
        const text = sealed === undefined ? undefined : await this.vault.open(district, sealed, { field });
        return [field, text] as const;
      }),
    );
    return compact({ settlement, ...Object.fromEntries(opened) });
  }
}
