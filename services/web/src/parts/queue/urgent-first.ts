interface Urgent {
  readonly id: string;
  readonly urgency?: string | null;
}

/** Declared urgent first, then what looks so, then the rest as it came; each once. */
export function urgentFirst<Row extends Urgent>(urgent: readonly Row[], others: readonly Row[]): readonly Row[] {
  const rows = [...urgent, ...others];
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  return unique.toSorted((one, other) => rank(one) - rank(other));
}

function rank({ urgency }: Urgent): number {
  if (urgency === 'DECLARED') return 0;
  return urgency === 'PROPOSED' ? 1 : 2;
}
