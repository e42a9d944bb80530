import { Regime } from '@otklik/contracts/enumerations';
import { addDays, addMonths, type LocalDate } from '@otklik/kernel';
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
  APPEAL_59FZ: 60,
  ORAL_RECEPTION: 60,
  POS_MESSAGE: 3,
  SOCIAL_MESSAGE: 3,
};

export function retentionOf({
  policy: { retention = {} },
}: {
  readonly policy: Pick<District['policy'], 'retention'>;
}): RetentionTerms {
  return { ...usualRetention, ...retention };
}

/** What is kept beside cases: who opened what, sign-ins and refusals, texts that officials have not sent. */
export const recordKinds = ['OPENINGS', 'SIGN_INS', 'DRAFTS'] as const;
export type RecordKind = (typeof recordKinds)[number];
export type RecordTerms = Readonly<Record<RecordKind, RetentionTerm>>;

/** Where a district names no term of its own. */
export const usualRecordTerms: RecordTerms = {
  OPENINGS: { months: 60, source: 'ГК РФ, ст. 196; не меньше срока хранения дел' },
  SIGN_INS: { months: 36, source: 'ГК РФ, ст. 196' },
  DRAFTS: { months: 6, source: '152-ФЗ, ст. 5 ч. 7' },
};

/**
 * The shortest by the law: a claim may be brought for three years (Civil Code art. 196), a breach of the law on personal data is prosecuted
 * for a year (Code of Administrative Offences art. 4.5), and a question may be answered for sixty days (59-FZ art. 12).
 */
const minRecordMonths: Readonly<Record<RecordKind, number>> = { OPENINGS: 36, SIGN_INS: 12, DRAFTS: 3 };

type Policy = Pick<District['policy'], 'retention' | 'recordRetention'>;

/** The shortest that the district may give; of who opened what, no shorter than the district's longest term of cases. */
export function minRecordRetentionMonths(kind: RecordKind, policy: Policy): number {
  if (kind !== 'OPENINGS') return minRecordMonths[kind];
  const ofCases = Object.values(retentionOf({ policy })).map(({ months }) => months);
  return Math.max(minRecordMonths.OPENINGS, ...ofCases);
}

export function recordRetentionOf({ policy }: { readonly policy: Policy }): RecordTerms {
  const terms = { ...usualRecordTerms, ...policy.recordRetention };
  const openings = {
    ...terms.OPENINGS,
    months: Math.max(terms.OPENINGS.months, minRecordRetentionMonths('OPENINGS', policy)),
  };
  return { ...terms, OPENINGS: openings };
}

/** What was recorded before this moment is past its term, ISO 8601 UTC; never too early, whatever the district's zone. */
export function recordsPastTerm(today: LocalDate, { months }: RetentionTerm): string {
  return `${addDays(addMonths(today, -months), -1)}T00:00:00.000Z`;
}
