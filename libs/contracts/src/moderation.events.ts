import Type from 'typebox';
import { declareEvent, Instant, LocalDate, oneOf, Personal, Uuid, Zone } from './declare-event.js';
import { Danger, Regime, SpamKind } from './enumerations.js';

export const MarkedAsSpam = declareEvent('MarkedAsSpam', 1, {
  titles: { ru: 'Решено не рассматривать', en: 'Not to be considered' },
  /** A reason in words where the kind does not say enough. */
  fields: { kind: oneOf(SpamKind), reason: Type.Optional(Personal) },
});

/** The moderator's own answer ends the message: no case, no number, no term. */
export const AnsweredAtOnce = declareEvent('AnsweredAtOnce', 1, {
  titles: { ru: 'Отвечено сразу', en: 'Answered at once' },
  fields: {
    text: Personal,
    person: Uuid,
    regime: oneOf(Regime),
    answeredOn: LocalDate,
    zone: Zone,
    /** From then on it may leave; shortly before, the decision can be taken back no more. */
    leavesAt: Instant,
    /** The known issue that it was joined to: its text is the answer, and what was done follows. */
    knownIssue: Type.Optional(Uuid),
  },
  unpublished: { commandId: Uuid },
});

/**
 * What was done about the known issue that the message was joined to, for its sender. It ends nothing: what became of the message
 * otherwise goes on.
 */
export const KnownIssueEndReported = declareEvent('KnownIssueEndReported', 1, {
  titles: { ru: 'Сообщено, чем кончилось', en: 'The outcome of a known issue was reported' },
  fields: { issue: Uuid, text: Personal },
  unpublished: { commandId: Uuid },
});

/**
 * Danger to life: the duty service is called, and the controller and the head are alerted at once. The message waits
 * for its decision.
 */
export const UrgencyDeclared = declareEvent('UrgencyDeclared', 1, {
  titles: { ru: 'Объявлено срочным', en: 'Declared urgent' },
  fields: { danger: oneOf(Danger) },
});
