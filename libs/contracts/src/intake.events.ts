import Type from 'typebox';
import { event, Instant, LocalDate, Sealed, Uuid, Zone, type DataOf } from './event-schema.js';

export const Regime = Type.Enum(['APPEAL_59FZ', 'SOCIAL_MESSAGE', 'POS_MESSAGE', 'ORAL_RECEPTION']);
export const Channel = Type.Enum(['SITE', 'PAPER', 'RECEPTION', 'PHONE', 'IMPORT']);
const AttachedFile = Type.Object({ id: Uuid, type: Type.String(), size: Type.Integer(), sha256: Type.String() });

export const AppealReceived = event('AppealReceived', 1, {
  /** Number of the receipt, told to the sender at once. */
  receipt: Type.String(),
  regime: Regime,
  channel: Channel,
  /** Whose key seals this appeal's personal fields. */
  person: Uuid,
  /** An OIDC issuer, or an official who saw the passport, vouches for the sender. */
  identified: Type.Boolean(),
  text: Sealed,
  name: Type.Optional(Sealed),
  contact: Type.Optional(Sealed),
  contactKind: Type.Optional(Type.Enum(['EMAIL', 'PHONE'])),
  settlement: Type.Optional(Type.String()),
  placeText: Type.Optional(Sealed),
  /** `<latitude>,<longitude>` */
  point: Type.Optional(Sealed),
  files: Type.Array(AttachedFile),
  receivedAt: Instant,
  receivedOn: LocalDate,
  zone: Zone,
  /** What the source called it; labels, never decisions. */
  sourceTheme: Type.Optional(Type.String()),
  sourceDepartment: Type.Optional(Type.String()),
});

export const MessageTakenUp = event('MessageTakenUp', 1, {});
export const MessageTurnedIntoAppeal = event('MessageTurnedIntoAppeal', 1, { regime: Regime, identifiedBy: Sealed });
export const MarkedAsSpam = event('MarkedAsSpam', 1, { reason: Sealed });
export const MarkedAsDuplicate = event('MarkedAsDuplicate', 1, { of: Uuid });
export const DecisionTakenBack = event('DecisionTakenBack', 1, { reason: Sealed });

export const AppealRegistered = event('AppealRegistered', 1, {
  number: Type.String(),
  journal: Type.Enum(['APPEALS', 'MESSAGES']),
  registeredOn: LocalDate,
  zone: Zone,
  regime: Regime,
  person: Uuid,
});

export const AppealSupplemented = event('AppealSupplemented', 1, { text: Sealed, files: Type.Array(AttachedFile) });
export const AppealWithdrawn = event('AppealWithdrawn', 1, {});
/** A question's answer is on its way: from now on the resident may rate, and for a term ask for reopening. */
export const AppealAnswered = event('AppealAnswered', 1, { notice: Uuid, answeredOn: LocalDate });
export const AppealRated = event('AppealRated', 1, {
  score: Type.Integer({ minimum: 1, maximum: 5 }),
  comment: Type.Optional(Sealed),
});
export const ReopeningRequested = event('ReopeningRequested', 1, { reason: Sealed });
/** The person's key is destroyed: every copy of what it sealed, and every clear copy, goes. */
export const PersonErased = event('PersonErased', 1, { person: Uuid, ground: Type.String() });

export const intakeEvents = [
  AppealReceived,
  MessageTakenUp,
  MessageTurnedIntoAppeal,
  MarkedAsSpam,
  MarkedAsDuplicate,
  DecisionTakenBack,
  AppealRegistered,
  AppealSupplemented,
  AppealWithdrawn,
  AppealAnswered,
  AppealRated,
  ReopeningRequested,
  PersonErased,
] as const;

export type AppealReceivedData = DataOf<typeof AppealReceived>;
export type AppealRegisteredData = DataOf<typeof AppealRegistered>;
