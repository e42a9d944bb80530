/** How the questions of a group were answered. */
export interface AnswerTimesGroup {
  /** Id of a district, code of a department or topic, or YYYY-MM. */
  readonly value: string;
  readonly questions: number;
  readonly answered: number;
  readonly kept: number;
  readonly late: number;
  readonly overdue: number;
  /** Absent where nothing was answered. */
  readonly days?: AnswerDays;
  /** Without the days on which information of other bodies was awaited. */
  readonly ownDays?: AnswerDays;
}

/** Quartiles, in days. */
interface AnswerDays {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}
