import { addDays, isDayOff, localDate, termOf, workingDayFrom, type LocalDate } from '@otklik/kernel';
import type { WorklistCode } from '@otklik/contracts/enumerations';
import type { District } from '@otklik/tenancy';
import type { DemoAppeal } from './demo-appeal.js';
import { instant, later, promised, regimeOf } from './quarter-times.js';

/** Where an appeal waits at the end, and when its acts happen: those after the end have not. */
export interface Waiting {
  readonly appeal: DemoAppeal;
  readonly sentAt: string;
  readonly actAt: Readonly<Record<string, string>>;
}

interface WaitingContext {
  readonly appeal: DemoAppeal;
  readonly district: District;
  readonly end: string;
  readonly random: () => number;
}

/** The acts of the journey in their order. */
const path = [
  'takeUpMessage',
  'registerAppeal',
  'routeQuestion',
  'assignExecutor',
  'draftResponse',
  'approveResponse',
  'signResponse',
  'recordOralNotice',
  'recordPosting',
  'rateAppeal',
] as const;

/** The act that has not happened where an appeal waits in the list. */
const awaited = {
  TO_MODERATE: 'takeUpMessage',
  TO_REGISTER: 'registerAppeal',
  UNASSIGNED: 'assignExecutor',
  MINE: 'draftResponse',
  DUE_TODAY: 'draftResponse',
  OVERDUE: 'draftResponse',
  RETURNED: 'draftResponse',
  TO_APPROVE: 'approveResponse',
  SENT_BACK: 'signResponse',
  TO_SIGN: 'signResponse',
  TO_CALL: 'recordOralNotice',
  REOPENING_REQUESTED: undefined,
} as const satisfies Partial<Record<WorklistCode, (typeof path)[number] | undefined>>;

/** The worklists in which stories of the demonstration wait. */
export type Waits = keyof typeof awaited;

const NOT_YET_HOURS = 24 * 365;
/** Between two acts of officials, who do them on one day. */
const STEP_HOURS = 0.4;
const FIRST_HOUR = 9;

/**
 * At whatever instant the quarter ends, the appeal waits in this list: its acts so far were done on the working day before, or
 * on the day from which the term ends today, or ended some days ago.
 */
export function waiting(waits: Waits, context: WaitingContext): Waiting {
  const { appeal: given, district, end, random } = context;
  const appeal = { ...given, ...endings(waits) };
  const today = localDate(end, district.zone);
  const registeredOn = registrationDay(waits, appeal, today, district);
  const registeredAt = instant(registeredOn, FIRST_HOUR + random(), district.zone);
  const moderatedAt = later(registeredAt, -STEP_HOURS);
  const acts = path.slice(2).map((act, index) => [act, later(registeredAt, (index + 1) * STEP_HOURS)] as const);
  const happened: Record<string, string> = { takeUpMessage: moderatedAt, registerAppeal: registeredAt };
  for (const [act, at] of acts) happened[act] = at;
  const until = awaited[waits];
  const from = until === undefined ? path.length : path.indexOf(until);
  for (const act of path.slice(from)) happened[act] = later(end, NOT_YET_HOURS);
  happened['sendBackResponse'] = happened['approveResponse']!;
  happened['returnQuestion'] = later(happened['assignExecutor']!, STEP_HOURS);
  return { appeal: promised(appeal, today), sentAt: later(moderatedAt, -1 - random()), actAt: happened };
}

function endings(waits: Waits): Partial<DemoAppeal> {
  switch (waits) {
    case 'RETURNED':
      return { until: 'RETURNED', reason: 'Дорогу содержит республика: это не вопрос нашего отдела.' };
    case 'SENT_BACK':
      return { until: 'SENT_BACK', reason: 'Нет даты: напишите, когда это будет сделано и кто проверит.' };
    case 'REOPENING_REQUESTED':
      return {
        until: 'RATED',
        rating: 1,
        comment: 'Обещали и не сделали.',
        reopening: 'Ответ получен, а на месте ничего не изменилось.',
      };
    default:
      return {};
  }
}

/** Of a waiting with a term of its own, the day whose term ends then; of the others the working day before. */
function registrationDay(waits: Waits, appeal: DemoAppeal, today: LocalDate, district: District): LocalDate {
  const before = workingDayFrom(addDays(today, -1), district.calendar, -1);
  if (waits !== 'DUE_TODAY' && waits !== 'OVERDUE') return before;
  const rule = district.policy.answerTerms[regimeOf(appeal)]!;
  const dueBy = waits === 'OVERDUE' ? workingDayFrom(addDays(today, -1), district.calendar, -1) : today;
  let day = before;
  // The latest day whose term ends then. On a day off no term ends: the one before is as near as it gets.
  while (
    termOf({ on: day, zone: district.zone }, rule, district.calendar).dueOn > dueBy ||
    isDayOff(day, district.calendar)
  )
    day = addDays(day, -1);
  return day;
}
