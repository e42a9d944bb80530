import { useId } from 'react';
import { t } from '../../words/words.js';
import { SelectCell, type FormInHand } from './form-fields.js';

export interface Topic {
  readonly code: string;
  readonly name: string;
  readonly questions: readonly TopicQuestion[];
}

interface TopicQuestion {
  readonly code: string;
  readonly text: string;
  readonly options: readonly string[];
}

/** The topic that is named, by which the question is routed first, and what this topic asks: no word of the text. */
export function TopicCells({ topics, ...form }: FormInHand & { readonly topics: readonly Topic[] }) {
  const { draft, change } = form;
  const chosen = topics.find(({ code }) => code === draft.topic);
  return (
    <>
      <SelectCell
        {...form}
        field="topic"
        className="w12 is-first is-last"
        // What another topic asked is not answered by this one.
        change={(part) => change({ ...part, topicAnswers: {} })}
      >
        <option value="">{t('registration.noTopic')}</option>
        {topics.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectCell>
      {chosen?.questions.map((question) => (
        <AnswerCell
          key={question.code}
          question={question}
          value={draft.topicAnswers[question.code] ?? ''}
          onChange={(answer) => change({ topicAnswers: { ...draft.topicAnswers, [question.code]: answer } })}
        />
      ))}
    </>
  );
}

function AnswerCell(props: {
  readonly question: TopicQuestion;
  readonly value: string;
  readonly onChange: (answer: string) => void;
}) {
  const { question, value, onChange } = props;
  const id = useId();
  return (
    <div className="w12 is-first is-last">
      <label className="d-label" htmlFor={id}>
        {question.text}
      </label>
      {question.options.length === 0 ? (
        <input
          id={id}
          maxLength={200}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          {question.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </div>
  );
}
