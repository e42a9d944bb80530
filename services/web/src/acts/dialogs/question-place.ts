interface Named {
  readonly code: string;
  readonly name: string;
}

/** What a dialog needs of a question: where it is now. */
export interface QuestionPlace {
  readonly id: string;
  readonly topic?: Named | null | undefined;
  readonly department?: Named | null | undefined;
}
