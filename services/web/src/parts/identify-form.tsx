import { useId, useState } from 'react';
import type { Identification } from '../generated/graphql.js';
import { t } from '../words/words.js';

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
    <form
      className="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (how.trim() !== '') onDone(identification, how.trim());
      }}
    >
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
      <label className="d-label" htmlFor={id}>
        {t('moderation.identifiedBy')}
      </label>
      <textarea
        id={id}
        className="editor is-short"
        autoFocus
        required
        maxLength={MAX_LENGTH}
        value={how}
        onChange={({ target }) => setHow(target.value)}
      />
      <p className="muted">{t('moderation.identifiedHint')}</p>
      <button type="submit" className="d-button">
        {t('moderation.turn')}
      </button>
    </form>
  );
}
