import { understood, type DataOf } from '@otklik/contracts/declare-event';
import { AppealWithdrawn, MarkedAsDuplicate, MarkedAsSpam, PersonErased } from '@otklik/contracts/intake.events';
import { eventTitle } from '@otklik/contracts/texts';
import { domainEvent } from '@otklik/event-store';
import { causedBy, type Consumer } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import { willHaveNoAnswer } from '../../application/mark-as-duplicate.js';
import type { AppealEvent } from '../../domain/appeal.js';
import type { IntakeParts } from '../../intake-parts.js';
import { duplicatesOf, keepDuplicate } from '../postgres/duplicates.js';

const name = 'intake.duplicates';

const losses: readonly string[] = [MarkedAsSpam, AppealWithdrawn, PersonErased].map(({ type }) => type);

/**
 * The answer to the original is the answer to its duplicates. Once it will have none, they go back to the moderator: none
 * may be left unanswered by what befell another. Under the lock of the marks, so it does not matter which of the two facts
 * is heard first.
 */
export function duplicatesConsumer(parts: Pick<IntakeParts, 'store' | 'handle' | 'lockDuplicates' | 'now'>): Consumer {
  /** Why the original has no answer; undefined when it has one, or may still have. */
  async function lossOf(tx: Transaction, district: number, original: string): Promise<string | undefined> {
    const recorded = await parts.store.read(district, original, 0, { tx });
    return willHaveNoAnswer(recorded.map(domainEvent<AppealEvent>))
      ? recorded.findLast(({ type }) => losses.includes(type))?.type
      : undefined;
  }

  return {
    name,
    topics: ['intake.events'],
    subscribesTo: [MarkedAsDuplicate, MarkedAsSpam, AppealWithdrawn, PersonErased].map(understood),
    handle: async (event, tx) => {
      const { district, appeal } = event;
      await parts.lockDuplicates(tx, district);
      const marked = event.type === MarkedAsDuplicate.type;
      const of = marked ? (event.data as DataOf<typeof MarkedAsDuplicate>).of : appeal;
      if (marked) await keepDuplicate(tx, district, of, appeal);
      const loss = await lossOf(tx, district, of);
      if (loss === undefined) return;
      const reason = `Первое обращение останется без ответа: ${eventTitle(loss, 'ru').toLowerCase()}.`;
      for (const id of marked ? [appeal] : await duplicatesOf(tx, district, of)) {
        const context = causedBy(event, name, parts.now(), id);
        await parts.handle(context, id, { type: 'ReleaseDuplicate', of, reason, commandId: context.commandId }, { tx });
      }
    },
  };
}
