import Type from 'typebox';
import { declareEvent, Instant, LocalDate, oneOf, Personal, Uuid, Zone } from './declare-event.js';
import { AppealKind, Channel, ContactKind, Journal, Regime } from './enumerations.js';

/**
 * The first event of an appeal that was closed by the journal that the district kept before Otklik. It says what that journal says and
 * proves nothing: no answer of it was given here, no term of it runs or ran, and nothing is sent.
 */
export const OldJournalEntryTaken = declareEvent('OldJournalEntryTaken', 1, {
  titles: { ru: 'Взято из старого журнала', en: 'Taken from the old journal' },
  fields: {
    /** The import that brought it: it is taken back with all of that. */
    load: Uuid,
    /** As it is written there; the series goes on after the last. */
    number: Type.String(),
    journal: oneOf(Journal),
    registeredOn: LocalDate,
    regime: oneOf(Regime),
    channel: oneOf(Channel),
    person: Uuid,
    text: Personal,
    name: Personal,
    contact: Type.Optional(Personal),
    contactKind: Type.Optional(oneOf(ContactKind)),
    address: Type.Optional(Personal),
    kind: Type.Optional(oneOf(AppealKind)),
    /** Code of the district's topic. */
    topic: Type.Optional(Type.String()),
    /** The word of that journal: what a cell may hold is not known. */
    topicWord: Type.Optional(Personal),
    /** Who considered it, by that journal. */
    executor: Type.Optional(Personal),
    dueOn: Type.Optional(LocalDate),
    answerNumber: Type.Optional(Personal),
    answeredOn: Type.Optional(LocalDate),
    /** The result in its own words. */
    result: Type.Optional(Personal),
    receivedAt: Instant,
    receivedOn: LocalDate,
    zone: Zone,
  },
  /** The place in the series, and the sheet's row. */
  unpublished: { year: Type.Integer(), serial: Type.Integer(), row: Type.Integer() },
});

/** The import was taken back as a whole, before anything was done with it: the person's key is destroyed. */
export const OldJournalEntryRemoved = declareEvent('OldJournalEntryRemoved', 1, {
  titles: { ru: 'Загрузка старого журнала убрана', en: 'The import of the old journal was taken back' },
  fields: { load: Uuid, person: Uuid },
});
