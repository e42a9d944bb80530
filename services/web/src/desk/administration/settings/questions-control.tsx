import { Button } from '../../../parts/button.js';
import { LabelledLine } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import { codeOf, textOf, textsOf, withField, type Item } from './district-model.js';
import { nameOf, type Value } from './edited-yaml.js';

const MAX_QUESTIONS = 5;

/** What a resident is asked beside the text: a question, and the answers to choose from, if any. */
export function QuestionsControl(props: {
  readonly value: Value | undefined;
  readonly onValue: (value: Value | undefined) => void;
}) {
  const questions = Array.isArray(props.value) ? (props.value as readonly Item[]) : [];
  const keep = (next: readonly Item[]): void => props.onValue(next.length === 0 ? undefined : next);
  const change = (at: number, item: Item): void => keep(questions.map((one, place) => (place === at ? item : one)));
  const add = (): void => {
    const code = codeOf(
      `vopros-${questions.length + 1}`,
      questions.flatMap((one) => nameOf(one) ?? []),
    );
    keep([...questions, { code, text: '' }]);
  };
  return (
    <>
      {questions.map((item, at) => (
        <div key={nameOf(item)} className="settings-question">
          <LabelledLine
            label={t('settings.questionNumber', { number: at + 1 })}
            maxLength={200}
            value={textOf(item['text'])}
            onValue={(text) => change(at, withField(item, 'text', text))}
          />
          <LabelledLine
            label={t('settings.answersOf', { number: at + 1 })}
            maxLength={1000}
            value={textsOf(item['options']).join(' / ')}
            onValue={(text) => change(at, withField(item, 'options', optionsOf(text)))}
          />
          <button type="button" className="d-link" onClick={() => keep(questions.filter((one) => one !== item))}>
            {t('settings.removeQuestion', { number: at + 1 })}
          </button>
        </div>
      ))}
      {questions.length < MAX_QUESTIONS && <Button onPress={add}>{t('settings.addQuestion')}</Button>}
    </>
  );
}

/** The blank behind a stroke is kept while the next answer is typed. */
function optionsOf(text: string): readonly string[] | undefined {
  return text.trim() === '' ? undefined : text.split(/ ?\/ ?/);
}
