import {
  addDays,
  compact,
  termOf,
  type DeadlineRule,
  type LocalDate,
  type StartedRule,
  type WorkingCalendar,
} from '@otklik/kernel';
import type { District } from './directory.js';
import type { DistrictFile } from './district-file.js';
import type { Law, LawRule } from './law-file.js';
import { placeOf, type CaseRule } from './rule-places.js';

/** A term of a district's file: a rule of the law, with the district's own term in its place where it has one. */
export type DistrictTerm = DistrictFile['answerTerms']['APPEAL_59FZ'];

/** The rule of the law as it counts terms; undefined for an unknown one, and for one that sets no term or that nothing begins. */
export function legalRule(law: Law, id: string): StartedRule | undefined {
  const rule = Object.hasOwn(law, id) ? law[id] : undefined;
  if (rule?.term === undefined || !rule.unit || !rule.endOnDayOff || !rule.start || !placeOf(rule)) return undefined;
  const { version, term, unit, start, endOnDayOff, duty } = rule;
  return { id, version, term, unit, start, endOnDayOff, duty, source: sourceOf(rule) };
}

/** The rule of a term that begins within a case: the district's own, else the law's. */
export function caseRule(
  { policy: { caseRules = {} }, law = {} }: Pick<District, 'policy' | 'law'>,
  id: CaseRule,
): StartedRule | undefined {
  return Object.hasOwn(caseRules, id) ? caseRules[id] : legalRule(law, id);
}

function sourceOf({ act, article }: LawRule): string {
  return `${act}, ${article}`;
}

/**
 * The rule by which a district counts: the law's with its version, or the district's own term with the version of the
 * district's entry.
 */
export function districtRule(
  law: Law,
  { rule, term, unit, endOnDayOff, source }: DistrictTerm,
  version: number,
): StartedRule | undefined {
  const legal = legalRule(law, rule);
  if (!legal || (term === undefined && endOnDayOff === undefined)) return legal;
  return {
    ...legal,
    version,
    ...(term !== undefined && { term, unit: unit ?? legal.unit }),
    ...compact({ endOnDayOff }),
    source: source ?? legal.source,
  };
}

/** Why the law forbids a district's term. */
export interface TermFault {
  readonly why: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * A district may only give less time than the law. Units differ, so the two are counted from every day of the known years
 * and, for hours, from its last minute: the district's may never end later. Undefined when it does not.
 */
export function termFault(law: Law, own: DistrictTerm, calendar: WorkingCalendar): TermFault | undefined {
  const legal = legalRule(law, own.rule);
  const given = districtRule(law, own, 1);
  if (!legal || !given || law[own.rule]?.binding !== 'LAW') return undefined;
  if (isPlainlyShorter(given, legal)) return undefined;
  for (const year of calendar.years) {
    for (let day: LocalDate = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      const fault = faultFrom(day, given, legal, calendar);
      if (fault) return fault;
    }
  }
  return undefined;
}

/** In one unit the shorter term never ends later, wherever its end is moved. */
function isPlainlyShorter(given: DeadlineRule, legal: DeadlineRule): boolean {
  const isMovedOn = given.endOnDayOff === 'NEXT' && legal.endOnDayOff === 'PREVIOUS';
  return given.unit === legal.unit && given.term <= legal.term && !isMovedOn;
}

function faultFrom(
  from: LocalDate,
  given: DeadlineRule,
  legal: DeadlineRule,
  calendar: WorkingCalendar,
): TermFault | undefined {
  const start = { on: from, zone: 'UTC', at: `${from}T23:59:00.000Z` };
  const [ours, theirs] = [termOf(start, given, calendar).dueOn, termOf(start, legal, calendar).dueOn];
  if (ours <= theirs) return undefined;
  const { term, unit } = given;
  const details = { term, unit, max: legal.term, maxUnit: legal.unit, from, ours, theirs };
  const why = `${legal.source} gives ${legal.term} ${legal.unit}: from ${from} until ${theirs}, and this until ${ours}`;
  return { why, details };
}
