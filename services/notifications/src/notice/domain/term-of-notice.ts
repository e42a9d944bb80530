import type { NoticeKind } from '@otklik/contracts/enumerations';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';

/** What the term of a notice is known by. Days are of the district, YYYY-MM-DD. */
export interface NoticeAsDue {
  readonly kind: NoticeKind;
  readonly details: NoticeDetails;
  readonly registeredOn: string | null;
  /** The last day of the answer to its question. */
  readonly dueOn: string | null;
}

/** Rules of the law whose days, counted from the registration, a notice is due within. */
export type RuleOfNotice = 'REG' | 'FWD' | 'COMPLAINT' | 'COURT' | 'UNREADABLE' | 'UNCLEAR' | 'PUBLISHED';

const ofGrounds: Readonly<Record<string, RuleOfNotice>> = {
  COMPLAINT: 'COMPLAINT',
  COURT: 'COURT',
  UNREADABLE: 'UNREADABLE',
  UNCLEAR: 'UNCLEAR',
  PUBLISHED: 'PUBLISHED',
};

/**
 * Of a registration the days that the law gives to register (59-FZ art. 8(2)): it sets none to tell of it. Of a forwarding, and of its
 * letter to the body, those of art. 8(3). Undefined: no rule of its own, so that it is due by the answer's last day.
 */
export function ruleOfNotice({ kind, details }: Pick<NoticeAsDue, 'kind' | 'details'>): RuleOfNotice | undefined {
  if (kind === 'REGISTERED') return 'REG';
  if (kind === 'FORWARDED' || kind === 'COVERING') return 'FWD';
  return kind === 'LEFT_UNANSWERED' ? ofGrounds[details.ground ?? ''] : undefined;
}

/** By when it should have left; undefined where nothing tells. `counted`: the last day by the rule, undefined for none. */
export function dueOfNotice({ dueOn }: Pick<NoticeAsDue, 'dueOn'>, counted: string | undefined): string | undefined {
  const days = [counted, dueOn ?? undefined].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : days.toSorted()[0];
}
