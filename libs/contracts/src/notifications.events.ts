import Type from 'typebox';
import { event, Instant, Sealed, Uuid, type DataOf } from './event-schema.js';

export const NoticeKind = Type.Enum(['REGISTERED', 'ANSWERED']);
export const NoticeWay = Type.Enum(['EMAIL', 'ORAL', 'POSTED']);

/** Stream: the notice. `about`: the question it speaks of, for an answer. */
export const NoticeOpened = event('NoticeOpened', 1, {
  kind: NoticeKind,
  way: NoticeWay,
  person: Uuid,
  about: Type.Optional(Uuid),
});
/** It left: an e-mail's Message-ID and the server's answer, or an official's record of a call. The clock stops on this. */
export const NoticeDispatched = event('NoticeDispatched', 1, {
  kind: NoticeKind,
  way: NoticeWay,
  about: Type.Optional(Uuid),
  proof: Type.String(),
  /** What was said, when told in person. */
  said: Type.Optional(Sealed),
  dispatchedAt: Instant,
});
/** No way to reach the applicant, or all failed: it stands on the follow-up page. */
export const NoticePosted = event('NoticePosted', 1, {
  kind: NoticeKind,
  about: Type.Optional(Uuid),
  dispatchedAt: Instant,
});
/** One way failed for good; the next one follows. `code`: the server's, never its words. */
export const NoticeFailed = event('NoticeFailed', 1, {
  kind: NoticeKind,
  way: NoticeWay,
  code: Type.String(),
  next: NoticeWay,
});

export const notificationsEvents = [NoticeOpened, NoticeDispatched, NoticePosted, NoticeFailed] as const;

export type NoticeDispatchedData = DataOf<typeof NoticeDispatched>;
export type NoticePostedData = DataOf<typeof NoticePosted>;
