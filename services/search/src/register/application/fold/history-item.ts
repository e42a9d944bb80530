import { eventTypeCode } from '@otklik/contracts/event-type';
import { eventTitle, type TextLanguage } from '@otklik/contracts/texts';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { HistoryItem, HistoryTerm, Role } from '@otklik/contracts/generated/graphql';
import type { Opened, SealedRef } from '../card/clear-texts.js';
import { officialOf } from '../list/directory-names.js';
import { changesOf } from './history-changes.js';
import { isRegisterFact } from './register-fact.js';
import type { SealedField } from './sealed-titles.js';
import type { RegisterRow } from '../list/register-row.js';
import type { Viewing } from '../card/row-view.js';

interface Telling {
  readonly opened: Opened;
  readonly language: TextLanguage;
  readonly view: Viewing;
  /** What else than its title is said of a fact. */
  readonly titles: ReadonlyMap<PublicEvent, string>;
}

export function historyItem(event: PublicEvent, { fold }: Pick<RegisterRow, 'fold'>, telling: Telling): HistoryItem {
  const { opened, view } = telling;
  const { directory, district } = view;
  const { type, at, actor, data, stream } = event;
  const { rule } = data as { readonly rule?: string };
  const by = actor.kind === 'official' ? officialOf(directory, district, actor.id) : undefined;
  const onBehalfOf = officialOf(directory, district, actor.onBehalfOf);
  return {
    type: eventTypeCode(type),
    title: titleOf(event, telling),
    at,
    by: by ?? null,
    onBehalfOf: onBehalfOf ?? null,
    actor: actor.kind.toUpperCase() as Uppercase<typeof actor.kind>,
    role: (actor.role as Role | undefined) ?? null,
    text: opened(sealedText(event).sealed) ?? codeText(event, district),
    rule: rule ?? null,
    question: fold.questions[stream] ? stream : (fold.responses[stream]?.question ?? null),
    into: intoOf(event),
    term: termOf(event),
    changes: changesOf(event, opened, { district }),
  };
}

function titleOf(event: PublicEvent, { titles, language }: Telling): string {
  return titles.get(event) ?? eventTitle(event.type, language);
}

function intoOf(event: PublicEvent): readonly string[] {
  return isRegisterFact(event) && event.type === 'QuestionSplit' ? event.data.into : [];
}

/** Which code an official set, by the edition that it was set with. */
function codeText(event: PublicEvent, district: Viewing['district']): string | null {
  if (!isRegisterFact(event) || event.type !== 'QuestionClassified') return null;
  const { classifier, classifierEdition } = event.data;
  return [classifier, district.classifier?.item(classifier, classifierEdition)?.name].filter(Boolean).join(' ');
}

/** The term that a fact set or warned of. */
export function termOf(event: PublicEvent): HistoryTerm | null {
  if (!isRegisterFact(event)) return null;
  switch (event.type) {
    case 'DeadlineSet': {
      const { duty, dueOn, dueAt = null, before = null, reason = null } = event.data;
      return { duty, dueOn, dueAt, before, reason, share: null };
    }
    case 'DeadlineNear':
      return warnedOf(event.data, event.data.share);
    case 'DeadlineMissed':
      return warnedOf(event.data, null);
    default:
      return null;
  }
}

function warnedOf({ duty, dueOn }: Pick<HistoryTerm, 'duty' | 'dueOn'>, share: number | null): HistoryTerm {
  return { duty, dueOn, dueAt: null, before: null, reason: null, share };
}

/** Of these the first is what the history shows; the report of a case has all. */
const textFields: readonly SealedField[] = ['text', 'reason', 'comment', 'said', 'asked', 'identifiedBy', 'resolution'];

/** The text of a fact; the appeal's own is above the history already. */
export function sealedText({ id, type, data }: PublicEvent): SealedRef {
  const texts = data as Readonly<Record<string, string | undefined>>;
  if (type === 'OldJournalEntryTaken') return { sealed: texts['result'], eventId: id, field: 'result' };
  const field = type === 'AppealReceived' ? undefined : textFields.find((name) => texts[name] !== undefined);
  return field === undefined ? { sealed: undefined } : { sealed: texts[field], eventId: id, field };
}
