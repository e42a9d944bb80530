import { Injectable } from '@nestjs/common';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, refuse } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { SentOn } from '../domain/appeal.commands.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import { AppealQuestions } from '../store/appeal-questions.js';
import { AppealHandler } from './appeal-handler.js';

/** From whom an appeal came, checked. */
export interface RecordedSource {
  readonly id: string;
  readonly expectedVersion: number;
  readonly source: SentOn;
  readonly reason: string;
}

/** Records or corrects from whom an appeal came. Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class RecordSource {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly questions: AppealQuestions,
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async record(ctx: ClientCommandContext, input: RecordedSource): Promise<Handled<AppealState, AppealEvent>> {
    const { id, expectedVersion, source, reason } = input;
    const { district, mayActIn, commandId } = ctx;
    const departments = await this.database
      .scope(district)
      .transaction((tx) => this.questions.departments(tx, district, id));
    const former = await this.former(district, id);
    const command = { type: 'RecordSource', source, former, reason, mayActIn, departments, commandId } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  /** What another command changes meanwhile is refused by the version. */
  private async former(district: number, id: string): Promise<SentOn> {
    const { state } = await this.appeals.load(district, id);
    if (state.status === 'NONE') return refuse('NOT_FOUND');
    const { receivedFrom, receivedFromBody: sealed } = state.published.received;
    const field = 'receivedFromBody';
    const receivedFromBody = sealed === undefined ? undefined : await this.vault.open(district, sealed, { field });
    return compact({ receivedFrom, receivedFromBody });
  }
}
