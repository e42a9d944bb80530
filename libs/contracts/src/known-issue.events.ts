import Type from 'typebox';
import { declareEvent, declarePrivateEvent, Instant, ownedEvents } from './declare-event.js';

/*
 * A known issue: what the administration knows of and works at, shown where residents write. Its texts are for all to read and
 * hold no personal data, so that nothing in these events is sealed. They are of no case, and all but the lapse stay in the log of
 * intake: what a case hears of an issue are facts of the appeal (`AnsweredAtOnce.knownIssue`, `KnownIssueEndReported`).
 */

const codes = Type.Array(Type.String());

export const KnownIssueOpened = declarePrivateEvent('KnownIssueOpened', 1, {
  titles: { ru: 'Жителям сообщено: мы знаем', en: 'Residents were notified of a known issue' },
  fields: {
    title: Type.String(),
    text: Type.String(),
    textSah: Type.Optional(Type.String()),
    /** Codes of topics, one at least. */
    topics: codes,
    /** Codes of settlements; empty: the whole district. */
    settlements: codes,
    /** One of these is in a message that is proposed to be joined; absent: any message of its topics and places. */
    words: Type.Optional(Type.Array(Type.String())),
    /** It is not shown from then on, whatever is done or not done. */
    until: Instant,
    /** Who works at it. */
    organisation: Type.Optional(Type.String()),
  },
});

export const KnownIssueUpdated = declarePrivateEvent('KnownIssueUpdated', 1, {
  titles: { ru: 'Сообщение «мы знаем» изменено', en: 'A known issue was changed' },
  fields: {
    text: Type.String(),
    textSah: Type.Optional(Type.String()),
    until: Instant,
    /** Why it takes longer. */
    reason: Type.Optional(Type.String()),
  },
});

/** Its time is over, and no official has said what was done: it is shown no more, and waits for that. Of no case. */
export const KnownIssueLapsed = declareEvent('KnownIssueLapsed', 1, {
  titles: { ru: 'Срок сообщения «мы знаем» прошёл', en: 'The time of a known issue is over' },
  fields: {
    /** As it was shown to all. Absent in the first ones recorded, of which no official is notified. */
    title: Type.Optional(Type.String()),
    /** The time that was promised last. */
    until: Type.Optional(Instant),
  },
});

/** Each whose message was joined is sent what was done. */
export const KnownIssueEnded = declarePrivateEvent('KnownIssueEnded', 1, {
  titles: { ru: 'Сообщено, что сделано', en: 'A known issue ended: what was done' },
  fields: { done: Type.String() },
});

export const knownIssueEvents = ownedEvents('intake.events', {
  KnownIssueOpened,
  KnownIssueUpdated,
  KnownIssueLapsed,
  KnownIssueEnded,
});
