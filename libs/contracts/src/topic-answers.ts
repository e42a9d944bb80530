/** What the form asked about the chosen topic, in the district's words, and what the sender answered. */
export interface TopicAnswered {
  readonly question: string;
  readonly answer: string;
}

/** As an event keeps them: one text, since an answer may tell of a person. Undefined where there are none. */
export function topicAnswersText(answers: readonly TopicAnswered[]): string | undefined {
  return answers.length === 0 ? undefined : JSON.stringify(answers);
}

/** Of such a text, opened. */
export function topicAnswersIn(opened: string | null | undefined): readonly TopicAnswered[] {
  return opened === null || opened === undefined ? [] : (JSON.parse(opened) as readonly TopicAnswered[]);
}
