/** How the questions of a group were answered. */
export interface AnswerTimesGroup {
  /** Id of a district, code of a department or topic, or YYYY-MM. */
  readonly value: string;
  readonly questions: number;
  readonly answered: number;
  readonly kept: number;
  readonly late: number;
  readonly overdue: number;
  /** Answered on the day on which the appeal came. */
  readonly sameDay: number;
  /** Answered ones whose appeal its author rated. */
  readonly rated: number;
  /** Of these, with 4 or 5. */
  readonly satisfied: number;
  /** Answered now, or considered again. */
  readonly answeredOnce: number;
  readonly reopened: number;
  /** Absent where nothing was answered. */
  readonly days?: AnswerDays;
  /** To the first answer. */
  readonly firstDays?: AnswerDays;
  /** Without the days on which information of other bodies was awaited. */
  readonly ownDays?: AnswerDays;
}

/** Quartiles, in days. */
interface AnswerDays {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}
