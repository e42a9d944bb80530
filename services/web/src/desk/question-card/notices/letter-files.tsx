import type { Card } from '../../../acts/card.js';
import { useDistrict } from '../../../frame/district.js';
import { useMayUse } from '../../../frame/viewer.js';
import { t } from '../../../words/words.js';

type Notice = Card['notices'][number];

/** The kept PDF of a numbered letter, and a copy to print of one whose signature is verified. Each opening is recorded. */
export function LetterFiles({ notice: { id, outgoing, cancelled, signatures } }: { readonly notice: Notice }) {
  const { code } = useDistrict();
  const mayUse = useMayUse();
  if (!outgoing || !(mayUse('letterPreview') || mayUse('printedLetters'))) return null;
  const isTrusted = signatures.some(({ level }) => level === 'TRUSTED');
  return (
    <p className="not-printed">
      <a href={`/letters/${code}/sheet/${id}`} target="_blank" rel="noreferrer">
        {t(cancelled ? 'card.letterAnnulled' : 'card.letterPdf', { number: outgoing.number })}
      </a>
      {isTrusted && (
        <>
          {' · '}
          <a href={`/letters/${code}/copy/${id}`} target="_blank" rel="noreferrer">
            {t('card.letterCopy')}
          </a>
        </>
      )}{' '}
      <span className="muted">{t('card.letterRecorded')}</span>
    </p>
  );
}
