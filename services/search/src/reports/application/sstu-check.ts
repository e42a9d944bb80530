import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { ReportPeriod } from '../domain/report-period.js';
import type { SstuEntry, SstuFault } from './sstu-entry.js';

/** Which questions a month hands in, each group as a list of the desk has it. */
export const sstuGroups = ['REGISTERED', 'ANSWERED', 'ENDED', 'REFUSED'] as const;
export type SstuGroupCode = (typeof sstuGroups)[number];

export interface SstuGroup {
  readonly code: SstuGroupCode;
  /** Of its list. */
  readonly filter: RegisterFilter;
  readonly appeals: number;
  readonly questions: number;
}

/** An appeal that would be refused, and why. */
export interface SstuRefused {
  readonly appeal: string;
  readonly number: string | undefined;
  readonly questions: number;
  readonly faults: readonly SstuFault[];
}

/** A question that is not handed in, as its matter is elsewhere. */
export interface SstuLeftOut {
  readonly appeal: string;
  readonly question: string;
}

/** A question that was handed in otherwise before, for the same month. */
export interface SstuChange {
  readonly question: string;
  /** Absent: it is in the month since. */
  readonly was?: string;
  /** Absent: it is not handed in any more. */
  readonly now?: string;
}

/** A month as it would be handed in now. Nothing of a person is opened for it. */
export interface SstuCheck {
  readonly period: ReportPeriod;
  /** Name of the mapping. */
  readonly mapping: string;
  readonly groups: readonly SstuGroup[];
  readonly appeals: number;
  readonly questions: number;
  /** Those that would be accepted. */
  readonly entries: readonly SstuEntry[];
  readonly refused: readonly SstuRefused[];
  readonly leftOut: readonly SstuLeftOut[];
  /** Since the last file of the month that was made; undefined: it is the first. */
  readonly changes: readonly SstuChange[] | undefined;
}

/** By question: what is handed in of it. */
export type SstuSaid = Readonly<Record<string, string>>;

export function saidOf(entries: readonly SstuEntry[]): SstuSaid {
  return Object.fromEntries(entries.flatMap(({ questions }) => questions.map(({ id, said }) => [id, said] as const)));
}

/** What a second file of a month changes; a question is named once. */
export function changesOf(before: SstuSaid, now: SstuSaid): readonly SstuChange[] {
  const questions = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return questions.flatMap((question) => {
    const [was, is] = [before[question], now[question]];
    if (was === is) return [];
    return [
      { question, ...(was !== undefined && { was: statusIn(was) }), ...(is !== undefined && { now: statusIn(is) }) },
    ];
  });
}

function statusIn(said: string): string {
  const { status } = JSON.parse(said) as { readonly status?: unknown };
  return typeof status === 'string' ? status : '';
}
