import type { RefObject } from 'react';
import type { Outcome } from '../../../generated/enumerations.js';
import { t } from '../../../words/words.js';

const outcomes = ['SUPPORTED', 'NOT_SUPPORTED', 'EXPLAINED', 'MEASURES_TAKEN'] as const satisfies readonly Outcome[];

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
