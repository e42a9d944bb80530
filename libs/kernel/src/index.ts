export { backoffMs, doubledMs, type Backoff } from './backoff.js';
export { batched } from './batched.js';
export { compact, type Compact } from './compact.js';
export { Clock, MAX_CLOCK_OFFSET_S } from './clock.js';
export { ProcessActivity } from './process-activity.js';
export { noThrottle, ForegroundPriority, type Throttle } from './foreground-priority.js';
export { decideBy, fold, assertNever, UnknownType, type Decider, type Rules } from './decider.js';
export { escapeMarkup, escapeXml } from './escape-markup.js';
export { FairPlaces, type DistrictKey } from './fair-places.js';
export { filledText } from './filled-text.js';
export type { PageRequest } from './page-request.js';
export { ADDRESS_KINDS, addressKey } from './address-key.js';
export { fromLatinLayout, fromRussianLayout } from './keyboard-layout.js';
export { postalTrack } from './postal-track.js';
export { namesPlace } from './postal-address.js';
export { demandPromise } from './promised-day.js';
export { provesWork } from './proof-of-work.js';
export { IdempotencyKeyReused, refuse, Refusal, VersionConflict } from './refusal.js';
export { isGraphqlArgumentError, isPgConnectionError, isPgReadTimeout } from './library-errors.js';
export { isAddress, wireAddress, MailFailure, Mailer, Outbox, type Letter, type MailAttachment } from './mail.js';
export { mulberry32 } from './mulberry32.js';
export { rounds } from './rounds.js';
export { sameShape } from './same-shape.js';
export { tryEach } from './try-each.js';
export { Turns } from './turns.js';
export { Unavailable } from './unavailable.js';
export { weaknessOfKey, weaknessOfText } from './weak-secrets.js';
export { isUuid, uuidv5, uuidv7 } from './ids.js';
export {
  isDayOff,
  usualDay,
  workingDayFrom,
  workingSpans,
  type DayKind,
  type WorkingCalendar,
  type WorkingDay,
} from './calendar.js';
export {
  addDays,
  addMonths,
  clockOf,
  dottedDate,
  instantOf,
  localDate,
  localMoment,
  localTime,
  minuteOf,
  daysBetween,
  quarterHourOf,
  type LocalDate,
  type LocalTime,
} from './local-time.js';
export { isWithin, type Days } from './days.js';
export {
  deadlineOf,
  endOf,
  termOf,
  termStart,
  termUnits,
  unmovedEnd,
  type CountedDeadline,
  type DeadlineRule,
  type Term,
  type TermStart,
  type TermStep,
  type TermUnit,
} from './term.js';
export {
  startedDeadline,
  startFacts,
  startOfRule,
  type StartedRule,
  type StartFact,
  type StartMoments,
} from './term-start.js';
export { binds, decidedRules, isOfDecision, type Standing } from './decided-term.js';
export {
  END_OF_TERM,
  escalates,
  warningKey,
  warningsFrom,
  warningsOf,
  type TermWarning,
  type WarningPolicy,
} from './term-warning.js';
export { covers, type Departments } from './departments.js';
export { outsideAddress } from './outside-address.js';
export { isOfThisMachine } from './this-machine.js';
