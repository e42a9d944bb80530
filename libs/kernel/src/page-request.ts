/** One page of a list (Relay's cursor specification). Its rows are in the list's order, also when it is read backward. */
export interface PageRequest<Position> {
  readonly limit: number;
  /** From the end of the list, or from `from`, towards its beginning. */
  readonly backward: boolean;
  /** Exclusive. Absent: from the beginning of the list, backward from its end. */
  readonly from?: Position;
}
