import type { Duty } from '@otklik/contracts/enumerations';
import { compact, END_OF_TERM, type LocalDate } from '@otklik/kernel';

/** The latest warning of a term. */
export interface WarningPart {
  readonly rule: string;
  /** Of the term of a body that was asked. */
  readonly request?: string;
  readonly duty: Duty;
  readonly dueOn: LocalDate;
  /** Percent; 100: the term has ended. */
  readonly share: number;
  readonly escalated: boolean;
  readonly at: string;
}

interface Warned extends Pick<WarningPart, 'rule' | 'request' | 'duty' | 'dueOn'> {
  readonly share?: number;
  readonly escalated?: boolean;
}

/** The controller and the head are always alerted at the end of a term. */
export function warningOf(
  { rule, request, duty, dueOn, share = END_OF_TERM, escalated = true }: Warned,
  at: string,
): WarningPart {
  return compact({ rule, request, duty, dueOn, share, escalated, at });
}

/** The latest of each term. */
export function withWarning(warnings: readonly WarningPart[] = [], warning: WarningPart): readonly WarningPart[] {
  const isSame = ({ rule, request }: WarningPart): boolean => rule === warning.rule && request === warning.request;
  return [...warnings.filter((one) => !isSame(one)), warning];
}

type Terms = readonly Pick<WarningPart, 'rule' | 'request' | 'dueOn'>[];

/** Of the current terms, the warning of the greatest share; changing the due date re-arms the warnings. */
export function standingWarning(warnings: readonly WarningPart[] = [], terms: Terms): WarningPart | undefined {
  return warnings
    .filter(({ rule, request, dueOn }) =>
      terms.some((term) => term.rule === rule && term.request === request && term.dueOn === dueOn),
    )
    .toSorted((one, other) => Number(other.escalated) - Number(one.escalated) || other.share - one.share)[0];
}
