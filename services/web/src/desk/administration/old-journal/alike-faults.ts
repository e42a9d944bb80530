interface Fault {
  readonly row: number;
  readonly column?: string | null;
  readonly code: string;
  readonly text?: string | null;
  readonly likeRow?: number | null;
}

export type Alike<F> = readonly [F, ...F[]];

/** Lines of the list: the same fault of the same words in one column is one. A number that is there twice has a line of its own. */
export function alikeFaults<F extends Fault>(faults: readonly F[]): readonly Alike<F>[] {
  const alike = new Map<string, [F, ...F[]]>();
  for (const fault of faults) {
    const { row, column, code, text, likeRow } = fault;
    const key = JSON.stringify([column, code, text, likeRow ? row : null]);
    const same = alike.get(key);
    if (same) same.push(fault);
    else alike.set(key, [fault]);
  }
  return [...alike.values()];
}
