import { t } from '../words/words.js';

export interface GivenTopicOf {
  readonly chosenTopic: { readonly name: string } | null;
  readonly topicAnswers: readonly { readonly question: string; readonly answer: string }[];
}

/** The topic that the applicant chose, and what was answered to its own questions: no word of the text. */
export function GivenTopic({ given: { chosenTopic, topicAnswers } }: { readonly given: GivenTopicOf }) {
  if (!chosenTopic && topicAnswers.length === 0) return null;
  return (
    <dl className="given-topic">
      {chosenTopic && (
        <div>
          <dt className="d-label">{t('parts.chosenTopic')}</dt>
          <dd>{chosenTopic.name}</dd>
        </div>
      )}
      {topicAnswers.map(({ question, answer }) => (
        <div key={question}>
          <dt className="d-label">{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
