import Type from 'typebox';
import { declareEvent, Instant, LocalDate, oneOf, ownedEvents, Personal, Uuid, type DataOf } from './declare-event.js';
import {
  BodyRequestStatus,
  CallResult,
  CancelGround,
  NoticeWay,
  OralOutcome,
  Outcome,
  PersonalDataKind,
  PosState,
  PostingMeans,
  SeenWord,
  SignatureLevel,
} from './enumerations.js';
import { matter, Outgoing } from './notice-matter.js';
import { NoticeSigned, SignatureAttached } from './signature.events.js';
import { LetterDelivered, LetterReturned } from './post.events.js';

/** The notice was dispatched before, and came back: this ends nothing. */
const again = Type.Optional(Type.Boolean());

/** What a notice says beside a text of its own: nothing of a person. Each kind uses its own. */
const NoticeDetails = Type.Object({
  /** The number under which the matter of a duplicate is considered; to a body that is informed, that of its own letter. */
  number: Type.Optional(Type.String()),
  /** To whom the question was forwarded, or who is asked. */
  body: Type.Optional(Type.String()),
  /** The postal address of the body to which the letter goes; facts from before that have it behind the name. */
  address: Type.Optional(Type.String()),
  /** Its code in the directory, by which its e-mail is found. */
  organisation: Type.Optional(Type.String()),
  /** The last day of the extended term, of the new one, or of a body's. */
  until: Type.Optional(LocalDate),
  /** Of the letter of a body that is informed. */
  letterOn: Type.Optional(LocalDate),
  /** The event in which its name is sealed, where the directory does not know the body that is informed. */
  bodyRecordedIn: Type.Optional(Uuid),
  /** The day of the end of which the body is informed. */
  endedOn: Type.Optional(LocalDate),
  /** Ground by which there is no answer on the merits: ANON, COURT, ABUSE, … */
  ground: Type.Optional(Type.String()),
  /** GRANTED or REFUSED; to a body that is informed, an end that is no answer. */
  decision: Type.Optional(Type.String()),
  /** Addresses of a published answer, or numbers of the earlier ones. */
  earlier: Type.Optional(Type.Array(Type.String())),
  /** How the matter of a duplicate, or of which a body is informed, ended. */
  outcome: Type.Optional(oneOf(Outcome)),
});

/** The record of a letter on paper in the register of outgoing post. */
const Posting = Type.Object({
  means: oneOf(PostingMeans),
  /** The outgoing number. */
  number: Type.String(),
  sentOn: LocalDate,
  /** Of a registered letter: its number at the post. */
  track: Type.Optional(Type.String()),
});

/** Of what an official entered in the feedback platform: its state there since then, and the day. */
const EnteredInPos = Type.Object({ state: oneOf(PosState), enteredOn: LocalDate });

/** Stream: the notice. */
export const NoticeOpened = declareEvent('NoticeOpened', 1, {
  titles: { ru: 'Готовится уведомление', en: 'Notice being prepared' },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    /** Lawful ways that are tried after it, in their order. */
    further: Type.Array(oneOf(NoticeWay)),
    person: Uuid,
    details: Type.Optional(NoticeDetails),
    /** Given with the opening, and kept where the letter never leaves. Absent: what is no letter, what waits to be signed, and facts from before. */
    outgoing: Type.Optional(Outgoing),
    /** It leaves, and has its number, only once it is signed (`NoticeSigned`), by the district's file of that day. */
    toSign: Type.Optional(Type.Boolean()),
    /** The signature without which the letter does not leave, by the district's file of that day. */
    demands: Type.Optional(oneOf(SignatureLevel)),
  },
});

/**
 * Proof of dispatch: an e-mail's Message-ID and the server's reply, an official's record of a call, the register of
 * outgoing post, or a network's id of our message. The clock stops.
 */
export const NoticeDispatched = declareEvent('NoticeDispatched', 1, {
  titles: { ru: 'Уведомление отправлено', en: 'Notice dispatched' },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    proof: Type.String(),
    /** The official's record of an oral answer, and what the applicant said to it. */
    said: Type.Optional(Personal),
    outcome: Type.Optional(oneOf(OralOutcome)),
    posting: Type.Optional(Posting),
    entered: Type.Optional(EnteredInPos),
    /** Where a letter on paper went, by the clerk who sent it: where no address was known before. */
    address: Type.Optional(Personal),
    /** Its public address, for an answer in a thread. */
    link: Type.Optional(Type.String()),
    dispatchedAt: Instant,
    again,
  },
  /** Id of the oral record or of the posting, which makes recording it idempotent. */
  unpublished: { record: Type.Optional(Uuid) },
});

/** A call without an answer; the term keeps running. */
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

/** The notice is on the follow-up page, where that is a lawful way. */
export const NoticePosted = declareEvent('NoticePosted', 1, {
  titles: { ru: 'Уведомление размещено на странице обращения', en: 'Notice posted on the follow-up page' },
  fields: { ...matter, dispatchedAt: Instant, again },
});

/**
 * One way failed permanently, or what was dispatched came back; `next` is tried. `code`: the server's reply code, the status
 * code of its report (RFC 3463), or why a network refused it (BLOCKED, WINDOW_CLOSED, THREAD_CLOSED, …), never a text.
 */
export const NoticeFailed = declareEvent('NoticeFailed', 1, {
  titles: { ru: 'Уведомление не доставлено', en: 'Notice not delivered' },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    code: Type.String(),
    next: oneOf(NoticeWay),
    /** Of PERSONAL_DATA: what was found in what would be public. */
    found: Type.Optional(Type.Array(oneOf(PersonalDataKind))),
  },
  /** Id of the record of an official who let it go by the next way. */
  unpublished: { record: Type.Optional(Uuid) },
});

/** The notice is not sent any more: the appeal ended otherwise, or has no addressee. */
export const NoticeCancelled = declareEvent('NoticeCancelled', 1, {
  titles: { ru: 'Уведомление не отправляется', en: 'Notice cancelled' },
  fields: { ...matter, ground: oneOf(CancelGround) },
});

/** A dispatch whose proof came after the notice had its end: it is a fact, and ends nothing. */
export const ProofCameLate = declareEvent('ProofCameLate', 1, {
  titles: {
    ru: 'Подтверждение отправки пришло после окончания',
    en: 'The proof of dispatch came after the end',
  },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    proof: Type.String(),
    said: Type.Optional(Personal),
    posting: Type.Optional(Posting),
    entered: Type.Optional(EnteredInPos),
    address: Type.Optional(Personal),
    link: Type.Optional(Type.String()),
    dispatchedAt: Instant,
  },
  unpublished: { record: Type.Optional(Uuid) },
});

/**
 * Bytes left for a network, and nothing proves what became of them: part `part` of `of`. A person looks, where the network
 * cannot be asked; the clock goes on.
 */
export const NoticeOutcomeUnknown = declareEvent('NoticeOutcomeUnknown', 1, {
  titles: { ru: 'Неизвестно, дошло ли сообщение', en: 'Outcome of the dispatch unknown' },
  fields: {
    ...matter,
    way: oneOf(NoticeWay),
    part: Type.Integer({ minimum: 1 }),
    of: Type.Integer({ minimum: 1 }),
  },
});

/** A person looked where the outcome was unknown. What is sent once more may stand there twice. */
export const NoticeOutcomeSettled = declareEvent('NoticeOutcomeSettled', 1, {
  titles: { ru: 'Проверено, дошло ли сообщение', en: 'Outcome of the dispatch settled' },
  fields: { ...matter, way: oneOf(NoticeWay), word: oneOf(SeenWord) },
  /** Id of the record, which makes recording it idempotent. */
  unpublished: { record: Uuid },
});

/**
 * After a restore it was unknown whether the notice had been sent; an official has checked. REPEAT sends it now; STANDS
 * is the proof that it was sent; NEVER cancels it.
 */
export const RestoredNoticeSettled = declareEvent('RestoredNoticeSettled', 1, {
  titles: { ru: 'После восстановления решено, отправлять ли', en: 'Settled after a restore' },
  fields: { ...matter, way: oneOf(NoticeWay), word: oneOf(SeenWord), reason: Personal },
  /** Id of the record, which makes recording it idempotent. */
  unpublished: { record: Uuid },
});

/** Its text is not said publicly as it is: a person writes the public words, or lets it go by the next way. */
export const NoticeHeld = declareEvent('NoticeHeld', 1, {
  titles: { ru: 'Ответ не показан всем: в нём личные сведения', en: 'Held: personal data in what would be public' },
  fields: { ...matter, way: oneOf(NoticeWay), found: Type.Array(oneOf(PersonalDataKind)) },
});

/** The network lets no program answer there: a person places the answer in the thread. */
export const NoticeByHand = declareEvent('NoticeByHand', 1, {
  titles: { ru: 'Ответ в ветке размещает человек', en: 'To be placed in the thread by a person' },
  fields: { ...matter, way: oneOf(NoticeWay) },
});

/** The words that are said publicly, in place of the whole text. */
export const NoticeReleased = declareEvent('NoticeReleased', 1, {
  titles: { ru: 'Написаны слова для всех', en: 'Public words written' },
  fields: { ...matter, way: oneOf(NoticeWay), words: Personal },
  /** Id of the record, which makes recording it idempotent. */
  unpublished: { record: Uuid },
});

/** It was seen where it was sent: an echo of the network, or a reading of the thread. More than the dispatch proves. */
export const NoticeSeenInPlace = declareEvent('NoticeSeenInPlace', 1, {
  titles: { ru: 'Ответ появился под комментарием', en: 'Seen where it was sent' },
  fields: { ...matter, way: oneOf(NoticeWay), seenAt: Instant },
});

/** The sent message was removed there, by any party. The dispatch remains proved; the official decides what follows. */
export const NoticeRemovedInPlace = declareEvent('NoticeRemovedInPlace', 1, {
  titles: { ru: 'Ответ удалён из сети', en: 'Removed where it was sent' },
  fields: { ...matter, way: oneOf(NoticeWay), removedAt: Instant },
});

/** Not found in the thread where a person had placed it, by the words that were to stand there. The link remains the proof. */
export const NoticeNotFoundInPlace = declareEvent('NoticeNotFoundInPlace', 1, {
  titles: { ru: 'Размещённого ответа в сети не видно', en: 'Not found where a person placed it' },
  fields: { ...matter, way: oneOf(NoticeWay), soughtAt: Instant },
});

/** The best proof that there is: the person read it. */
export const NoticeReadInPlace = declareEvent('NoticeReadInPlace', 1, {
  titles: { ru: 'Ответ прочитан в сети', en: 'Read where it was sent' },
  fields: { ...matter, way: oneOf(NoticeWay), readAt: Instant },
});

/**
 * What the server of a body tells of the request by which the question was sent there. That it is closed proves no answer to the
 * applicant: an official says how it ended.
 */
export const BodyReported = declareEvent('BodyReported', 1, {
  titles: { ru: 'Сообщил сервер органа', en: 'Reported by the server of the body' },
  fields: {
    ...matter,
    status: oneOf(BodyRequestStatus),
    /** The server's id of the request. */
    number: Type.String(),
    notes: Type.Optional(Personal),
    /** The server's id of an update; absent: the request itself is so. */
    update: Type.Optional(Type.String()),
    /** When it changed there, if the server sends a time. */
    changedAt: Type.Optional(Instant),
    reportedAt: Instant,
  },
});

export const notificationsEvents = ownedEvents('notifications.events', {
  NoticeOpened,
  NoticeDispatched,
  CallAttempted,
  NoticePosted,
  NoticeFailed,
  NoticeCancelled,
  ProofCameLate,
  NoticeOutcomeUnknown,
  NoticeOutcomeSettled,
  RestoredNoticeSettled,
  NoticeHeld,
  NoticeByHand,
  NoticeReleased,
  NoticeSeenInPlace,
  NoticeRemovedInPlace,
  NoticeNotFoundInPlace,
  NoticeReadInPlace,
  BodyReported,
  SignatureAttached,
  NoticeSigned,
  LetterDelivered,
  LetterReturned,
});

export type AttachedSignature = DataOf<typeof SignatureAttached>;
export type NoticeDetails = NonNullable<DataOf<typeof NoticeOpened>['details']>;
export type SignedNotice = DataOf<typeof NoticeSigned>;
export type Outgoing = NonNullable<DataOf<typeof NoticeOpened>['outgoing']>;
export type Posting = NonNullable<DataOf<typeof NoticeDispatched>['posting']>;
export type EnteredInPos = NonNullable<DataOf<typeof NoticeDispatched>['entered']>;
