import Type from 'typebox';
import { declareEvent, Instant, oneOf, ownedEvents, Personal, Uuid } from './declare-event.js';
import { CallResult, NoticeKind, NoticeWay, OralOutcome } from './enumerations.js';

/** Subject of a notice: its kind and, for an answer, the question. */
const matter = { kind: oneOf(NoticeKind), about: Type.Optional(Uuid) };

/** Stream: the notice. */
export const NoticeOpened = declareEvent('NoticeOpened', 1, {
  titles: { ru: 'Готовится уведомление', en: 'Notice being prepared' },
  fields: { ...matter, way: oneOf(NoticeWay), person: Uuid },
});

/** Proof of dispatch: an e-mail's Message-ID and the server's reply, or an official's record of a call. The clock stops. */
export const NoticeDispatched = declareEvent('NoticeDispatched', 1, {
  titles: { ru: 'Уведомление отправлено', en: 'Notice dispatched' },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    proof: Type.String(),
    /** The official's record of an oral answer, and what the applicant said to it. */
    said: Type.Optional(Personal),
    outcome: Type.Optional(oneOf(OralOutcome)),
    dispatchedAt: Instant,
  },
  /** Id of the oral record, which makes recording it idempotent. */
  unpublished: { record: Type.Optional(Uuid) },
});

/** A call that told no answer; the clock goes on. */
export const CallAttempted = declareEvent('CallAttempted', 1, {
  titles: { ru: 'Звонок заявителю', en: 'The applicant was called' },
  fields: {
    ...matter,
    result: oneOf(CallResult),
    /** When the applicant asked to be called. */
    callAt: Type.Optional(Instant),
    said: Type.Optional(Personal),
    attemptedAt: Instant,
  },
  /** Id of the record, which makes recording it idempotent. */
  unpublished: { record: Uuid },
});

/** The applicant has no contact, or every way failed: the notice is on the follow-up page. */
export const NoticePosted = declareEvent('NoticePosted', 1, {
  titles: { ru: 'Уведомление размещено на странице обращения', en: 'Notice posted on the follow-up page' },
  fields: { ...matter, dispatchedAt: Instant },
});

/** One way failed permanently; `next` is tried. `code`: the server's reply code, never its text. */
export const NoticeFailed = declareEvent('NoticeFailed', 1, {
  titles: { ru: 'Уведомление не доставлено', en: 'Notice not delivered' },
  fields: { ...matter, way: oneOf(NoticeWay), code: Type.String(), next: oneOf(NoticeWay) },
});

export const notificationsEvents = ownedEvents('notifications.events', {
  NoticeOpened,
  NoticeDispatched,
  CallAttempted,
  NoticePosted,
  NoticeFailed,
});
