import Type from 'typebox';
import { declareEvent, Instant, oneOf, Personal, Uuid } from './declare-event.js';
import { Network, ReactionMetric, ReactionTarget, SampleQuality, SampleVia, ThreadKind } from './enumerations.js';

/** The same act may be repeated; only a repeated command records nothing. */
export const commandId = Uuid;

/**
 * The place of a message in a network: the district's account, and the post or dialogue. `thread` and `message` are
 * keyed hashes: `thread` groups the messages of one thread, by `message` later changes find the message; neither
 * identifies it outside.
 */
const MessageSource = Type.Object({
  network: oneOf(Network),
  account: Uuid,
  kind: oneOf(ThreadKind),
  thread: Uuid,
  message: Uuid,
  /** How many of its files the network did not give; absent: none. */
  unavailable: Type.Optional(Type.Integer({ minimum: 1 })),
  /** How many the network shows in a form that is not known here; absent: none. */
  unread: Type.Optional(Type.Integer({ minimum: 1 })),
});

/** Beside `source`: the exact place as JSON of the network's own ids, and its public address where it has one. */
export const sourceFields = {
  source: Type.Optional(MessageSource),
  sourceRef: Type.Optional(Personal),
  sourceUrl: Type.Optional(Personal),
};

/**
 * A change of a message in its network. The registered text does not change. `at`: by the network's clock, if the
 * network sends a time.
 */
const atSource = {
  /** As in the message's `source`. */
  message: Uuid,
  /** JSON of the network's ids of the message. */
  sourceRef: Personal,
  at: Type.Optional(Instant),
};

/** Its author changed it. */
export const EditedAtSource = declareEvent('EditedAtSource', 1, {
  titles: { ru: 'Автор изменил текст в сети', en: 'The author changed the text in the network' },
  fields: { text: Personal, ...atSource },
  unpublished: { commandId },
});

export const RemovedAtSource = declareEvent('RemovedAtSource', 1, {
  titles: { ru: 'Сообщение удалено в сети', en: 'The message was removed in the network' },
  fields: atSource,
  unpublished: { commandId },
});

export const RestoredAtSource = declareEvent('RestoredAtSource', 1, {
  titles: { ru: 'Сообщение восстановлено в сети', en: 'The message was restored in the network' },
  fields: atSource,
  unpublished: { commandId },
});

/**
 * A message of the district's own account was seen in the thread: proof that what was sent was delivered, or an
 * official wrote by hand.
 */
export const OwnMessageSeen = declareEvent('OwnMessageSeen', 1, {
  titles: {
    ru: 'Сообщение о регистрации появилось под комментарием',
    en: "The administration's message is seen in the network",
  },
  fields: { text: Personal, source: MessageSource, sourceRef: Personal, at: Type.Optional(Instant) },
  unpublished: { commandId },
});

/** The person to whom it was written read it, as the network tells. */
export const OwnMessageRead = declareEvent('OwnMessageRead', 1, {
  titles: { ru: 'Наше сообщение прочитано в сети', en: 'Our message was read in the network' },
  fields: atSource,
  unpublished: { commandId },
});

/**
 * Whether the author lets the district's account send private messages. A comment is answered in its thread in any
 * case.
 */
const reachability = { account: Uuid, at: Type.Optional(Instant) };

export const MessagesBlocked = declareEvent('MessagesBlocked', 1, {
  titles: { ru: 'Автор заблокировал сообщения в сети', en: 'The author blocked messages in the network' },
  fields: reachability,
  unpublished: { commandId },
});

export const MessagesAllowed = declareEvent('MessagesAllowed', 1, {
  titles: { ru: 'Автор снова принимает сообщения в сети', en: 'The author accepts messages in the network again' },
  fields: reachability,
  unpublished: { commandId },
});

/**
 * What people did with a message was counted. Recorded when a count has changed, and at some ages of it, so that a series
 * of events is a series over time. Who did it is not asked and not kept.
 */
export const ReactionsMeasured = declareEvent('ReactionsMeasured', 1, {
  titles: { ru: 'Измерена реакция в сети', en: 'Reactions in the network were measured' },
  fields: {
    target: oneOf(ReactionTarget),
    /** The message, as in its `source`; of a post: the thread. */
    message: Uuid,
    samples: Type.Array(
      Type.Object({
        metric: oneOf(ReactionMetric),
        /** Null: the network did not tell. That is a hole, and not nothing. */
        value: Type.Union([Type.Integer({ minimum: 0, maximum: 2_147_483_647 }), Type.Null()]),
        quality: oneOf(SampleQuality),
      }),
    ),
    via: oneOf(SampleVia),
    observedAt: Instant,
    /** When the previous counts were last seen; nothing was read between the two. Absent in the first. */
    before: Type.Optional(Instant),
  },
});

/**
 * A delivery of a network is kept, with its raw body sealed beside the log; what it says is read afterwards. One stream for
 * each, whose id is derived from the network's key of the event: that is what refuses it the second time.
 */
export const DeliveryKept = declareEvent('DeliveryKept', 1, {
  titles: { ru: 'Получено из сети', en: 'A delivery of a network is kept' },
  fields: {
    account: Uuid,
    network: oneOf(Network),
    /** The network's type of the event, which tells how to read the body. */
    event: Type.String(),
  },
  /** The network's key of the event, within the account. */
  unpublished: { key: Type.String() },
});
