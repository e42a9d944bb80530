interface Queued {
  readonly id: string;
  readonly urgency?: string | null;
  /** The term to decide about it has passed. */
  readonly overdue?: boolean;
  readonly receivedAt?: string;
}

const LATE = 2;

/** Declared urgent first, then what looks so, then what is late, the oldest first, then the rest as it came; each once. */
export function urgentFirst<Row extends Queued>(urgent: readonly Row[], others: readonly Row[]): readonly Row[] {
  const rows = [...urgent, ...others];
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  return unique.toSorted((one, other) => rank(one) - rank(other) || (rank(one) === LATE ? byAge(one, other) : 0));
}

function byAge({ receivedAt: one = '' }: Queued, { receivedAt: other = '' }: Queued): number {
  return one.localeCompare(other);
}

function rank({ urgency, overdue }: Queued): number {
  if (urgency === 'DECLARED') return 0;
  if (urgency === 'PROPOSED') return 1;
  return overdue ? LATE : LATE + 1;
}
