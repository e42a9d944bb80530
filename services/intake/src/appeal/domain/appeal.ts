import { evolvePublished, notReceived, receptionTerm, type PublishedAppeal } from '@otklik/case/appeal';
import { appealFacts } from '@otklik/case/appeal-status';
import type { AppealFacts } from '@otklik/case/action-facts';
import type { SaidOfAppeal } from '@otklik/case/events';
import type { FactOf, FactsOf } from '@otklik/contracts/declare-event';
import type { CaseEnd, Regime } from '@otklik/contracts/enumerations';
import type { AppealReceived as Received, AppealReceivedData, appealEvents } from '@otklik/contracts/intake.events';
import { compact, warningKey, type LocalDate } from '@otklik/kernel';

/** What may have happened to an appeal (libs/contracts). Personal fields are clear text until they are stored. */
export type AppealEvent = FactsOf<typeof appealEvents>;
export type AppealReceived = FactOf<typeof Received>;
export type AttachedFile = AppealReceived['files'][number];

export type AppealState = { readonly status: 'NONE' } | Known;

/** What is published of it, and what is not. */
export interface Known extends Unpublished {
  readonly status:
    | ('RECEIVED' | 'TAKEN_UP' | 'SPAM' | 'ANSWERED_AT_ONCE' | 'DUPLICATE' | 'REGISTERED' | 'ANSWERED')
    /** The registration was wrong; the number stays used. */
    | 'STRUCK'
    | ('WITHDRAWN' | 'ERASED')
    /** By the journal that the district kept before. */
    | 'OLD_JOURNAL';
  readonly regime: Regime;
  /** The person whose key seals its texts. */
  readonly person: string;
  readonly published: ReceivedAppeal;
}

type ReceivedAppeal = PublishedAppeal & Required<Pick<PublishedAppeal, 'received'>>;

interface Unpublished {
  /** Ids of repeatable commands, so that a retry of one records nothing. */
  readonly commandIds: readonly string[];
  /** Of which terms it was warned, by `warningKey`. */
  readonly warned: readonly string[];
  /** The last, while it is not considered again. */
  readonly end?: End | undefined;
}

export interface End {
  /** Absent where it demands none. */
  readonly notice?: string;
  readonly answeredOn: LocalDate;
  readonly end?: CaseEnd;
}

export const initialState: AppealState = { status: 'NONE' };

export function evolve(state: AppealState, event: AppealEvent): AppealState {
  if (event.type === 'AppealReceived' || event.type === 'OldJournalEntryTaken')
    return known(notReceived, event, { commandIds: [], warned: [] });
  return state.status === 'NONE' ? state : known(state.published, event, unpublished(state, event));
}

function known(before: PublishedAppeal, event: AppealEvent, kept: Unpublished): Known {
  const { type, ...data } = event;
  // Who did it, and when, is the envelope's; an addition is known here by the command that recorded it.
  const who = { at: '', ...('commandId' in event && { event: event.commandId }) };
  const after = evolvePublished(before, { type, data } as SaidOfAppeal, who);
  const { atSource: _atSource, warnings: _warnings, ...rest } = after;
  const published = rest as ReceivedAppeal;
  const { received, regime = received.regime } = published;
  return { ...kept, status: statusOf(published), regime, person: received.person, published };
}

function statusOf(appeal: PublishedAppeal): Known['status'] {
  const { erased, withdrawn, correction, registered, isConsidered, decision, oldJournal } = appeal;
  if (erased) return 'ERASED';
  if (oldJournal) return 'OLD_JOURNAL';
  if (withdrawn) return 'WITHDRAWN';
  if (correction) return 'STRUCK';
  if (registered) return isConsidered === false ? 'ANSWERED' : 'REGISTERED';
  return decision ?? 'RECEIVED';
}

function unpublished({ commandIds, warned, end }: Known, event: AppealEvent): Unpublished {
  return {
    commandIds: 'commandId' in event ? [...commandIds, event.commandId] : commandIds,
    warned: isWarning(event) ? [...warned, warningKey(event)] : warned,
    end: event.type === 'AppealAnswered' ? endIn(event) : end,
  };
}

type Of<Type extends AppealEvent['type']> = Extract<AppealEvent, { readonly type: Type }>;

function isWarning(event: AppealEvent): event is Of<'RegistrationNear' | 'RegistrationMissed'> {
  return event.type === 'RegistrationNear' || event.type === 'RegistrationMissed';
}

function endIn({ notice, answeredOn, end }: Of<'AppealAnswered'>): End {
  return compact({ answeredOn, notice, end });
}

/** By which it is decided what may be done with it; of its questions routing decides. */
export function factsOf({ published }: Known): AppealFacts {
  return appealFacts(published.received, { appeal: published, questions: {} });
}

/** The latest: a message that was turned into an appeal has two. */
export function numberOf(state: AppealState): string | undefined {
  return state.status === 'NONE' ? undefined : state.published.registered?.number;
}

/** The term of its registration or moderation that runs while it waits for them. */
export function termOf({ published }: Known): AppealReceivedData['deadline'] {
  return receptionTerm(published).deadline;
}
