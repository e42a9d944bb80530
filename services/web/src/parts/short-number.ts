/** «О-174» of `АЛД-О-2026-174`: on a list district and year are the same. A receipt's number stays whole. */
export function shortNumber({
  number,
  receipt,
}: {
  readonly number?: string | null;
  readonly receipt: string;
}): string {
  const parts = /^\p{L}+-(\p{L})-\d{4}-(\d+)$/u.exec(number ?? '');
  return parts ? `${parts[1]}-${parts[2]}` : (number ?? receipt);
}
