import type { RefObject } from 'react';
import { answerOutcomes } from '../../../frame/answer-outcomes.js';
import type { Outcome } from '../../../generated/enumerations.js';
import { t } from '../../../words/words.js';

const outcomes: readonly Outcome[] = [...answerOutcomes, 'MEASURES_PROMISED'];

/** What the answer says; nothing is chosen beforehand. */
export function OutcomeChoice(props: {
  readonly field: RefObject<HTMLSelectElement | null>;
  readonly outcome: Outcome | '';
  readonly wrong: boolean;
  readonly onChoose: (outcome: Outcome) => void;
}) {
  return (
    <label className="is-end">
      {t('card.outcome')}
      <select
        ref={props.field}
        value={props.outcome}
        aria-invalid={props.wrong || undefined}
        onChange={(event) => props.onChoose(event.target.value as Outcome)}
      >
        <option value="" disabled>
          {t('card.chooseOutcome')}
        </option>
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`card.outcome${outcome}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** By when: only a promise has a day. */
export function PromiseDay(props: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly until: string;
  readonly wrong: boolean;
  readonly onChoose: (until: string) => void;
}) {
  return (
    <label>
      {t('card.promiseUntil')}{' '}
      <input
        ref={props.field}
        type="date"
        className="d-input num"
        value={props.until}
        aria-invalid={props.wrong || undefined}
        onChange={(event) => props.onChoose(event.target.value)}
      />
    </label>
  );
}
