import { Injectable } from '@nestjs/common';
import {
  AnsweredAtOnce,
  AppealWithdrawn,
  MarkedAsSpam,
  PersonErased,
  RegistrationCorrected,
} from '@otklik/contracts/intake.events';
import { eventTitle } from '@otklik/contracts/texts';
import type { MarkAsDuplicateInput } from '@otklik/contracts/generated/graphql';
import { domainEvent, EventStore, type CommandContext } from '@otklik/event-store';
import { fold, refuse } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { appeal, isLost } from '../domain/appeal.decide.js';
import type { AppealEvent } from '../domain/appeal.js';
import { AppealHandler } from './appeal-handler.js';
import { Duplicates } from '../store/duplicates.js';
import { keyedMutex } from './keyed-mutex.js';

type Duplicate = Pick<MarkAsDuplicateInput, 'id' | 'of' | 'expectedVersion'>;

const losses: readonly string[] = [
  ...[MarkedAsSpam, AnsweredAtOnce, AppealWithdrawn, RegistrationCorrected, PersonErased].map(({ type }) => type),
];

/** Whether the appeal ended without an answer. */
export function willHaveNoAnswer(events: readonly AppealEvent[]): boolean {
  return isLost(fold(appeal, events).status) && !events.some(({ type }) => type === 'AppealAnswered');
}

/** The answer to the original is the answer to its duplicates. */
@Injectable()
export class MarkAsDuplicate {
  private readonly exclusively = keyedMutex();

  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly appeals: AppealHandler,
    private readonly duplicates: Duplicates,
  ) {}

  /**
   * Marks of a district are serialised: two concurrent ones could make two appeals duplicates of each other, and neither
   * would ever be answered. Throws `Refusal` (NOT_FOUND: the district has no appeal `of`), `VersionConflict`,
   * `IdempotencyKeyReused`.
   */
  mark(
    context: CommandContext,
    { id, of: original, expectedVersion }: Duplicate,
  ): Promise<{ readonly version: number }> {
    const { district } = context;
    const of = original.toLowerCase();
    const mark = async (tx: Transaction): Promise<{ readonly version: number }> => {
      await this.duplicates.lock(tx, district);
      const { status } = (await this.appeals.load(district, of, tx)).state;
      if (status === 'NONE') return refuse('NOT_FOUND');
      const command = { type: 'MarkAsDuplicate', id, of: { id: of, status } } as const;
      return this.appeals.handle(context, id, command, { tx, expectedVersion });
    };
    return this.exclusively(district, () => this.database.scope(district).transaction(mark));
  }

  /** Under the lock of the marks, so that mark and loss may be consumed in any order. */
  async marked(contextOf: ContextOf, district: number, appealId: string, of: string, tx: Transaction): Promise<void> {
    await this.duplicates.lock(tx, district);
    await this.duplicates.keep(tx, district, of, appealId);
    await this.release(contextOf, district, of, [appealId], tx);
  }

  /** When the original ends without an answer, its duplicates return to the moderator, so that none stays unanswered. */
  async lost(contextOf: ContextOf, district: number, original: string, tx: Transaction): Promise<void> {
    await this.duplicates.lock(tx, district);
    await this.release(contextOf, district, original, await this.duplicates.of(tx, district, original), tx);
  }

  private async release(
    contextOf: ContextOf,
    district: number,
    of: string,
    duplicates: readonly string[],
    tx: Transaction,
  ): Promise<void> {
    const loss = await this.lossOf(tx, district, of);
    if (loss === undefined) return;
    const reason = `Первое обращение останется без ответа: ${eventTitle(loss, 'ru').toLowerCase()}.`;
    for (const id of duplicates) {
      const context = contextOf(id);
      const { commandId } = context;
      await this.appeals.handle(context, id, { type: 'ReleaseDuplicate', of, reason, commandId }, { tx });
    }
  }

  /** The event by which the original ended without an answer; undefined when it has one, or may still get one. */
  private async lossOf(tx: Transaction, district: number, original: string): Promise<string | undefined> {
    const recorded = await this.store.read(district, original, 0, { tx });
    return willHaveNoAnswer(recorded.map(domainEvent<AppealEvent>))
      ? recorded.findLast(({ type }) => losses.includes(type))?.type
      : undefined;
  }
}

/** The context of the command to one duplicate. */
type ContextOf = (duplicate: string) => CommandContext;
