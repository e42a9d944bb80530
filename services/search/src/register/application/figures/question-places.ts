/** How many questions in work a settlement has. */
export interface QuestionsOfPlace {
  /** Code; null of the questions without a settlement. */
  readonly settlement: string | null;
  readonly questions: number;
  readonly overdue: number;
}
