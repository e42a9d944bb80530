import Type from 'typebox';
import { declareEvent, Instant, oneOf, ownedEvents, Personal, Uuid } from './declare-event.js';
import { NoticeKind, NoticeWay } from './enumerations.js';

/** What a notice speaks of: its kind and, for an answer, the question. */
const matter = { kind: oneOf(NoticeKind), about: Type.Optional(Uuid) };

/** Stream: the notice. */
export const NoticeOpened = declareEvent('NoticeOpened', 1, {
  titles: { ru: 'Готовится уведомление', en: 'Notice being prepared' },
  fields: { ...matter, way: oneOf(NoticeWay), person: Uuid },
});

/** It left: an e-mail's Message-ID and the server's answer, or an official's record of a call. The clock stops on this. */
export const NoticeDispatched = declareEvent('NoticeDispatched', 1, {
  titles: { ru: 'Уведомление отправлено', en: 'Notice dispatched' },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    proof: Type.String(),
    /** What was said, when told in person. */
    said: Type.Optional(Personal),
    dispatchedAt: Instant,
  },
  /** An oral record's own id, so that the same record sent again is no second one. */
  unpublished: { record: Type.Optional(Uuid) },
});

/** No way to reach the applicant, or all failed: it stands on the follow-up page. */
export const NoticePosted = declareEvent('NoticePosted', 1, {
  titles: { ru: 'Уведомление размещено на странице обращения', en: 'Notice posted on the follow-up page' },
  fields: { ...matter, dispatchedAt: Instant },
});

/** One way failed for good; the next one follows. `code`: the server's, never its words. */
export const NoticeFailed = declareEvent('NoticeFailed', 1, {
  titles: { ru: 'Уведомление не доставлено', en: 'Notice not delivered' },
  fields: { ...matter, way: oneOf(NoticeWay), code: Type.String(), next: oneOf(NoticeWay) },
});

export const notificationsEvents = ownedEvents('notifications.events', {
  NoticeOpened,
  NoticeDispatched,
  NoticePosted,
  NoticeFailed,
});
