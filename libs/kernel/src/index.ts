export { batched } from './batched.js';
export { Clock } from './clock.js';
export { noThrottle, ForegroundPriority, type Throttle } from './foreground-priority.js';
export { decideBy, fold, assertNever, UnknownType, type Decider, type Rules } from './decider.js';
export { IdempotencyKeyReused, refuse, Refusal, VersionConflict } from './refusal.js';
export { isGraphqlArgumentError, isPgConnectionError, isPgReadTimeout } from './library-errors.js';
export { isAddress, MailFailure, Mailer, Outbox, type Letter } from './mail.js';
export { Unavailable } from './unavailable.js';
export { isUuid, uuidv5, uuidv7 } from './ids.js';
export {
  addDays,
  deadline,
  isDayOff,
  localDate,
  type DayKind,
  type DeadlineRule,
  type LocalDate,
  type Term,
  type WorkingCalendar,
} from './calendar.js';
export { covers, type Departments } from './departments.js';
