import { Injectable } from '@nestjs/common';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, refuse } from '@otklik/kernel';
import { Vault } from '@otklik/vault';
import type { SentOn } from '../domain/appeal.commands.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
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
    private readonly vault: Vault,
  ) {}

  async record(ctx: ClientCommandContext, input: RecordedSource): Promise<Handled<AppealState, AppealEvent>> {
    const { id, expectedVersion, source, reason } = input;
    const former = await this.former(ctx.district, id);
    const command = { type: 'RecordSource', source, former, reason, commandId: ctx.commandId } as const;
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
