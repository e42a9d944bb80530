import { Injectable } from '@nestjs/common';
import type { CorrectRegistrationInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, refuse } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Original } from '../domain/appeal.decide.js';
import { numberOf, type AppealEvent, type AppealState } from '../domain/appeal.js';
import { AppealHandler } from './appeal-handler.js';
import { Duplicates } from '../store/duplicates.js';
import { SameLetter } from './same-letter.js';

/** Strikes what was registered in error. Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class CorrectRegistration {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly database: Database,
    private readonly letters: SameLetter,
    private readonly duplicates: Duplicates,
  ) {}

  /** Under the lock of the marks: the appeal under whose number another one is struck is not struck at the same moment. */
  correct(ctx: ClientCommandContext, input: CorrectRegistrationInput): Promise<Handled<AppealState, AppealEvent>> {
    const { district, actor, sender, at, inDistrict } = ctx;
    const { id, expectedVersion, ground, reason } = input;
    if (sender.kind !== 'official') return refuse('FORBIDDEN');
    const today = localDate(at, inDistrict.zone);
    // By a role that permits it on any day, where the official has one: `@access` names those first.
    const bound = actor.role === 'REGISTRAR' ? { onlyOn: today } : {};
    const said = { id, ground, reason, by: sender.id, today, ...bound };
    return this.database.scope(district).transaction(async (tx) => {
      await this.duplicates.lock(tx, district);
      const of = input.of ? await this.original(tx, district, input.of.toLowerCase(), id) : undefined;
      const standsForOthers = await this.standsForOthers(tx, district, id);
      const command = { type: 'CorrectRegistration', ...said, ...compact({ of }), standsForOthers } as const;
      const handled = await this.appeals.handle(ctx, id, command, { tx, expectedVersion });
      if (of && ground === 'DUPLICATE') await this.duplicates.keep(tx, district, of.id, id);
      return handled;
    });
  }

  private async original(tx: Transaction, district: number, id: string, of: string): Promise<Original> {
    const { state } = await this.appeals.load(district, id, tx);
    if (state.status === 'NONE') return refuse('NOT_FOUND');
    const isSameLetter = await this.letters.areSame(district, id, of);
    return { id, status: state.status, number: numberOf(state), isSameLetter };
  }

  private async standsForOthers(tx: Transaction, district: number, id: string): Promise<boolean> {
    for (const other of await this.duplicates.of(tx, district, id)) {
      const { state } = await this.appeals.load(district, other, tx);
      if (state.status === 'STRUCK' && state.published.correction?.of === id) return true;
    }
    return false;
  }
}
