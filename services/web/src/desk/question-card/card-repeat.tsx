import { Link } from 'wouter';
import type { Card } from '../../acts/card.js';
import { useDistrict } from '../../frame/district.js';
import { t } from '../../words/words.js';

/** Which earlier appeal it repeats, as was decided, or as the system proposes it. */
export function Repeat({ card: { row, isRepeat, proposedRepeat } }: { readonly card: Card }) {
  const { code } = useDistrict();
  if (isRepeat === false) return <p className="muted">{t('card.notRepeat')}</p>;
  const earlier = row.repeatOf ?? proposedRepeat;
  if (!earlier) return null;
  const { id, number, cause } = earlier;
  const words = { number, cause: t(`parts.repeat${cause}`) };
  return (
    <p className={row.repeatOf ? '' : 'muted'}>
      <Link href={`/desk/${code}/card/${id}`}>
        {row.repeatOf ? t('card.repeatOf', words) : t('card.proposedRepeat', words)}
      </Link>
    </p>
  );
}
