import { isMessage } from '@otklik/case/regime';
import type { Channel, Journal, Regime } from '@otklik/contracts/enumerations';
import { refuse, type LocalDate } from '@otklik/kernel';

/**
 * What a submission is. Since 30 March 2025 an electronic appeal exists only where the system identified the citizen
 * (59-FZ art. 4(1) as amended by 547-FZ); a paper is an appeal as it comes (art. 7), a reception has its own article (13).
 */
export function regimeOf(channel: Channel, identified: boolean): Regime {
  if (channel === 'PAPER') return 'APPEAL_59FZ';
  if (channel === 'RECEPTION') return 'ORAL_RECEPTION';
  return channel === 'SITE' && identified ? 'APPEAL_59FZ' : 'SOCIAL_MESSAGE';
}

export function journalOf(regime: Regime): Journal {
  return isMessage(regime) ? 'MESSAGES' : 'APPEALS';
}

/**
 * An appeal names its author (59-FZ art. 7(1); without a name no answer is given, art. 11(1)), so a message without a
 * name cannot become one; and an official must have identified the author (art. 4).
 */
export function demandIdentified(named: boolean, identifiedBy: string): void {
  if (!named || identifiedBy.trim() === '') refuse('APPLICANT_NOT_IDENTIFIED');
}

/** One series of numbers without a gap: district, year of the district's zone, journal. */
export interface Series {
  readonly journal: Journal;
  readonly year: number;
}

export function seriesOf(regime: Regime, registeredOn: LocalDate): Series {
  return { journal: journalOf(regime), year: Number(registeredOn.slice(0, 4)) };
}

const LETTER: Readonly<Record<Journal, string>> = { APPEALS: 'О', MESSAGES: 'С' };

/** `АЛД-О-2026-17`: the district's prefix, О for обращение or С for сообщение, year, place in the series. */
export function registrationNumber(prefix: string, series: Series, serial: number): string {
  return `${prefix}-${LETTER[series.journal]}-${series.year}-${serial}`;
}
