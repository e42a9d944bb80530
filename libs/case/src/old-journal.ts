import type { AppealReceivedData, OldJournalEntryData } from '@otklik/contracts/intake.events';
import { compact } from '@otklik/kernel';
import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { Steps } from './steps.js';

/** What the journal that was kept before says of the end of an appeal; it proves nothing. */
export interface OldJournalPart extends Pick<
  OldJournalEntryData,
  'load' | 'dueOn' | 'answerNumber' | 'answeredOn' | 'executor' | 'result'
> {
  /** The import was taken back. */
  readonly isRemoved?: true;
}

type OldJournalFact = Extract<Fact, { type: `OldJournal${string}` }>;

export const oldJournalSteps: Steps<OldJournalFact, PublishedAppeal> = {
  OldJournalEntryTaken: (part, entry) => {
    const { load, number, journal, registeredOn, dueOn, answerNumber, answeredOn, executor, result } = entry;
    return {
      ...part,
      received: receivedOf(entry),
      registered: { number, journal, registeredOn },
      oldJournal: { load, ...compact({ dueOn, answerNumber, answeredOn, executor, result }) },
      isConsidered: false,
    };
  },
  OldJournalEntryRemoved: ({ oldJournal, ...part }, { load }) => ({
    ...part,
    oldJournal: { ...oldJournal, load, isRemoved: true },
    erased: true,
  }),
};

/** As if it had come on paper; it has no receipt but its number. */
function receivedOf(entry: OldJournalEntryData): AppealReceivedData {
  const { number: receipt, regime, channel, person, text, name, contact, contactKind, address, kind } = entry;
  const { topic, receivedAt, receivedOn, zone } = entry;
  const given = compact({ contact, contactKind, address, kind, topic });
  const fixed = { receipt, regime, channel, person, identified: false, text, name, files: [] };
  return { ...fixed, ...given, receivedAt, receivedOn, zone };
}
