import { useId, useState } from 'react';
import type { Identification } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { Form } from './form.js';
import { LabelledText } from './labelled.js';

const MAX_LENGTH = 500;

const WAYS = ['VISIT', 'ISSUER'] as const satisfies readonly Identification[];

/** How the sender of a message was identified: only so it becomes an appeal under 59-FZ. */
export function IdentifyForm({
  onDone,
}: {
  readonly onDone: (identification: Identification, identifiedBy: string) => void;
}) {
  const [identification, setIdentification] = useState<Identification>('VISIT');
  const [how, setHow] = useState('');
  const id = useId();
  return (
    <Form onSubmit={() => onDone(identification, how.trim())}>
      <fieldset className="d-choice">
        <legend className="d-label">{t('moderation.identification')}</legend>
        {WAYS.map((way) => (
          <label key={way}>
            <input
              type="radio"
              name={`${id}-way`}
              checked={identification === way}
              onChange={() => setIdentification(way)}
            />
            {t(`moderation.identification.${way}`)}
          </label>
        ))}
      </fieldset>
      <LabelledText
        label={t('moderation.identifiedBy')}
        name="identifiedBy"
        autoFocus
        required
        maxLength={MAX_LENGTH}
        value={how}
        onValue={setHow}
      />
      <p className="muted">{t('moderation.identifiedHint')}</p>
      <button type="submit" className="d-button">
        {t('moderation.turn')}
      </button>
    </Form>
  );
}
