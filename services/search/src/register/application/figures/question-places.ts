/** How many questions a settlement has. */
export interface PlaceCounts {
  /** Code; null of the questions without a settlement. */
  readonly settlement: string | null;
  readonly questions: number;
  readonly overdue: number;
}
