import { instantOf, type LocalDate } from './local-time.js';
import type { CountedDeadline } from './term.js';

/** At which shares of a term, in percent, a district wants to know of it. */
export interface WarningPolicy {
  readonly reminderShares?: readonly number[];
  /** The share from which the controller and the head are alerted. */
  readonly escalationShare?: number;
}

export interface TermWarning {
  /** Percent; 100: the term has ended. */
  readonly share: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Where the district's policy names no shares. */
const USUAL_SHARES = [50, 80];
const USUAL_ESCALATION = 80;
const MIDNIGHT_AFTER = 1_440;
export const END_OF_TERM = 100;

export function escalates(share: number, { escalationShare = USUAL_ESCALATION }: WarningPolicy): boolean {
  return share >= escalationShare;
}

type Counted = Pick<CountedDeadline, 'zone' | 'countedFrom' | 'countedAt' | 'dueOn' | 'dueAt'>;

/** When to warn of a term: at the shares of it and at its end. Days count from the midnight after their event. */
export function warningsOf(
  { zone, countedFrom, countedAt, dueOn, dueAt }: Counted,
  { reminderShares = USUAL_SHARES, escalationShare = USUAL_ESCALATION }: WarningPolicy,
): readonly TermWarning[] {
  const from = Date.parse(countedAt ?? instantOf({ on: countedFrom, minute: MIDNIGHT_AFTER }, zone));
  const until = Date.parse(dueAt ?? instantOf({ on: dueOn, minute: MIDNIGHT_AFTER }, zone));
  const shares = [...new Set([...reminderShares, escalationShare, END_OF_TERM])].sort((one, other) => one - other);
  return shares.map((share) => ({
    share,
    at: new Date(from + ((until - from) * share) / END_OF_TERM).toISOString(),
  }));
}

/**
 * The remaining warnings of a term that became known `now`. There is no reminder of a share that has passed, except
 * that the controller and the head are alerted to what is already late; the warning of the end is always given.
 */
export function warningsFrom(now: string, deadline: Counted, policy: WarningPolicy): readonly TermWarning[] {
  const all = warningsOf(deadline, policy);
  const passed = all.findLast(({ share, at }) => at <= now && share < END_OF_TERM && escalates(share, policy));
  return all.filter((warning) => warning === passed || warning.share === END_OF_TERM || warning.at > now);
}

/** Changing the due date re-arms its warnings. `share`: in percent; absent or 100 for its end. */
export function warningKey(of: { readonly rule: string; readonly dueOn: LocalDate; readonly share?: number }): string {
  return `${of.rule} ${of.dueOn} ${of.share ?? END_OF_TERM}`;
}
