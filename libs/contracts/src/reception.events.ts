import Type from 'typebox';
import { declarePrivateEvent, LocalDate, oneOf, ownedEvents, Personal, Uuid } from './declare-event.js';
import { Channel } from './enumerations.js';
import { ReceptionOutcome, ReceptionWay } from './reception-enumerations.js';

/*
 * A reception in person (59-FZ art. 13), from its booking to what it led to. The visitor is a person of its own: an appeal that is
 * registered there has another one. None of these leaves the log of intake: what a case hears of a reception is its registration.
 */

const Clock = Type.String({ pattern: '^\\d{2}:\\d{2}$' });

/** Whom, where and when, as the district announced it. */
const sitting = {
  /** Code of the hours in the district's file. */
  hours: Type.String(),
  official: Type.String(),
  post: Type.String(),
  place: Type.String(),
  on: LocalDate,
  /** Absent: in a live queue. */
  begins: Type.Optional(Clock),
  minutes: Type.Integer(),
  way: oneOf(ReceptionWay),
};

export const ReceptionBooked = declarePrivateEvent('ReceptionBooked', 1, {
  titles: { ru: 'Запись на личный приём', en: 'A reception in person was booked' },
  fields: {
    person: Uuid,
    ...sitting,
    /** SITE, PHONE, or RECEPTION: at the desk. */
    channel: oneOf(Channel),
    name: Personal,
    phone: Type.Optional(Personal),
    /** What it is about, in a line. */
    matter: Personal,
    /** By law received before others (art. 13(7)); why is not kept. */
    outOfTurn: Type.Optional(Type.Literal(true)),
    /** Version of the text on the processing of personal data; absent where an official wrote it down. */
    consent: Type.Optional(Type.String()),
  },
});

export const ReceptionMoved = declarePrivateEvent('ReceptionMoved', 1, {
  titles: { ru: 'Приём перенесён', en: 'The reception was moved' },
  fields: sitting,
});

export const ReceptionCancelled = declarePrivateEvent('ReceptionCancelled', 1, {
  titles: { ru: 'Запись отменена', en: 'The booking was cancelled' },
  fields: {},
});

export const ReceptionReminded = declarePrivateEvent('ReceptionReminded', 1, {
  titles: { ru: 'О приёме напомнили', en: 'The visitor was reminded of the reception' },
  fields: {},
});

export const ReceptionVisitorCame = declarePrivateEvent('ReceptionVisitorCame', 1, {
  titles: { ru: 'Посетитель пришёл', en: 'The visitor has come' },
  fields: {},
});

/** That the visitor has come was recorded by mistake: until the reception ended. */
export const ReceptionComingTakenBack = declarePrivateEvent('ReceptionComingTakenBack', 1, {
  titles: { ru: 'Отметка «пришёл» снята', en: 'That the visitor has come was taken back' },
  fields: {},
});

export const ReceptionVisitorMissed = declarePrivateEvent('ReceptionVisitorMissed', 1, {
  titles: { ru: 'Посетитель не пришёл', en: 'The visitor has not come' },
  fields: {},
});

/** The card of the reception is complete. */
export const ReceptionEnded = declarePrivateEvent('ReceptionEnded', 1, {
  titles: { ru: 'Приём окончен', en: 'The reception has ended' },
  fields: {
    outcome: oneOf(ReceptionOutcome),
    /** Who received, with the post. */
    receivedBy: Type.String(),
    receivedPost: Type.String(),
    /** With REGISTERED: the appeal. */
    appeal: Type.Optional(Uuid),
    /** With ANSWERED_BEFORE: the number of the appeal that was answered. */
    earlier: Type.Optional(Type.String()),
    /** What was asked, and what was said. */
    said: Type.Optional(Personal),
    /** Id of the command: another end is refused, and never dropped. Absent in events from before. */
    record: Type.Optional(Uuid),
  },
});

export const receptionEvents = ownedEvents('intake.events', {
  ReceptionBooked,
  ReceptionMoved,
  ReceptionCancelled,
  ReceptionReminded,
  ReceptionVisitorCame,
  ReceptionComingTakenBack,
  ReceptionVisitorMissed,
  ReceptionEnded,
});
