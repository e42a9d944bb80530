import { useId, useRef, useState } from 'react';
import type { OralOutcome } from '../../generated/graphql.js';
import { useKeys } from '../../parts/keys.js';
import { Button } from '../../parts/button.js';
import { Kbd } from '../../parts/kbd.js';
import { t } from '../../words/words.js';

const OUTCOMES = ['AGREES', 'WANTS_WRITTEN', 'SOMETHING_NEW'] as const satisfies readonly OralOutcome[];

const MAX_LENGTH = 1_800;

/** The third step: what the applicant decided. Without a mark the answer does not close. */
export function Mark({ onRecord }: { readonly onRecord: (outcome: OralOutcome, said: string) => void }) {
  const [outcome, setOutcome] = useState<OralOutcome>();
  const [said, setSaid] = useState('');
  const [isMissing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  const choose = (one: OralOutcome): void => {
    setOutcome(one);
    setMissing(false);
  };
  useKeys(
    OUTCOMES.map((one, index) => ({
      keys: `Digit${index + 1}`,
      title: t(`calls.outcome${one}`),
      run: () => choose(one),
    })),
  );
  const record = (): void => {
    if (outcome) return onRecord(outcome, said.trim());
    setMissing(true);
    first.current?.focus();
  };
  return (
    <section>
      <h3>
        <span className="num">3</span> {t('calls.step3')}
      </h3>
      <fieldset className="back">
        <legend className="unseen">{t('calls.outcome')}</legend>
        {OUTCOMES.map((one, index) => (
          <label key={one}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name="outcome"
              checked={outcome === one}
              onChange={() => choose(one)}
            />
            {t(`calls.outcome${one}`)}
            <Kbd keys={`Digit${index + 1}`} />
          </label>
        ))}
        <label className="d-label" htmlFor={id}>
          {t('calls.said')}
        </label>
        <textarea
          id={id}
          className="editor is-short"
          maxLength={MAX_LENGTH}
          value={said}
          onChange={({ target }) => setSaid(target.value)}
        />
      </fieldset>
      {isMissing && (
        <p className="attn" role="alert">
          {t('calls.chooseOutcome')}
        </p>
      )}
      <div className="d-bar call-end">
        <Button keys="Control+Enter" look="main" onPress={record}>
          {t('calls.record')}
        </Button>
        <span className="muted">{t('calls.noMark')}</span>
      </div>
    </section>
  );
}
