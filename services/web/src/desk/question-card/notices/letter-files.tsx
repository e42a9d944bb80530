import { useQuery } from 'urql';
import type { Card } from '../../../acts/card.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { useMayUse } from '../../../frame/viewer.js';
import type { KeptLettersQuery } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';
import { keptLetters } from './letter-files.queries.js';

export type KeptLetter = KeptLettersQuery['keptLetters'][number];

/** The letters of the card that the official may open, by their notices. A further letter is looked for once its notice is numbered. */
export function useKeptLetters({ row: { id: appeal }, notices }: Card): ReadonlyMap<string, KeptLetter> {
  const { code: district } = useDistrict();
  const isPermitted = useMayUse()('keptLetters');
  const hasNumbered = notices.some(({ outgoing }) => outgoing);
  const [{ data }] = useQuery({
    query: operation(keptLetters),
    variables: { district, appeal },
    pause: !isPermitted || !hasNumbered,
    requestPolicy: 'cache-and-network',
  });
  return new Map(data?.keptLetters.map((one) => [one.id, one]));
}

/** The kept PDF of a numbered letter, and a copy to print of one whose signature is verified. Each opening is recorded. */
export function LetterFiles({ letter }: { readonly letter: KeptLetter | undefined }) {
  const { code } = useDistrict();
  if (!letter) return null;
  const { id, number, annulled, marked } = letter;
  return (
    <p className="not-printed">
      <a href={`/letters/${code}/sheet/${id}`} target="_blank" rel="noreferrer">
        {t(annulled ? 'card.letterAnnulled' : 'card.letterPdf', { number })}
      </a>
      {marked && (
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
