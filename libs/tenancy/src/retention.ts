import { Regime } from '@otklik/contracts/enumerations';
import type { District } from './directory.js';

/** How long a case is kept after its end, and by which rule. */
export interface RetentionTerm {
  readonly months: number;
  readonly source: string;
}

export type RetentionTerms = Readonly<Record<Regime, RetentionTerm>>;

const PAPER = 'Росархив, приказ № 236 от 20.12.2019, ст. 154: 5 лет ЭПК';

/**
 * Where a district names no term of its own. A platform of the state hands its messages on as an administration's appeals; a message
 * from open sources is under no rule of archives, and is kept no longer than its purpose needs (152-FZ art. 5(7)).
 */
export const usualRetention: RetentionTerms = {
  APPEAL_59FZ: { months: 60, source: PAPER },
  ORAL_RECEPTION: { months: 60, source: PAPER },
  POS_MESSAGE: { months: 60, source: PAPER },
  SOCIAL_MESSAGE: { months: 12, source: '152-ФЗ, ст. 5 ч. 7' },
};

/** The shortest that a district may give: papers of 59-FZ are kept for five years, whatever it says. */
export const minRetentionMonths: Readonly<Record<Regime, number>> = {
  ...{ APPEAL_59FZ: 60, ORAL_RECEPTION: 60, POS_MESSAGE: 3, SOCIAL_MESSAGE: 3 },
};

export function retentionOf({ policy: { retention = {} } }: Pick<District, 'policy'>): RetentionTerms {
  return { ...usualRetention, ...retention };
}
