import { useDistrict } from '../../../frame/district.js';
import { momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { AfterAnswer, awaitsAct } from './after-answer.js';
import type { Card } from '../../../acts/card.js';

interface SupplementsProps {
  readonly card: Card;
  /** Absent in a card of the past. */
  readonly onChanged?: ((consistencyToken: string) => void) | undefined;
}

/** What was added, what officials replied to it, and, where it came after the answer, what may be done about it. */
export function Supplements({ card, onChanged }: SupplementsProps) {
  const { zone } = useDistrict();
  const beside = onChanged && awaitsAct(card) ? card.supplements.at(-1) : undefined;
  const listed = card.supplements.filter((one) => one !== beside || one.replies.length > 0);
  return (
    <>
      {listed.map(({ id, text, at, byApplicant, authorName, replies }) => (
        <div key={id} className="supplement">
          <p className="d-label">
            {byApplicant
              ? t('card.supplemented', { date: momentIn(zone, at) })
              : t('card.supplementedBy', { date: momentIn(zone, at), name: authorName ?? t('card.another') })}
          </p>
          <p className="read is-kept">{text}</p>
          {replies.map((reply) => (
            <blockquote key={reply.at} className="supplement-reply">
              <p className="d-label">{t('card.replied', { date: momentIn(zone, reply.at) })}</p>
              <p className="read is-kept">{reply.text ?? t('card.erased')}</p>
            </blockquote>
          ))}
        </div>
      ))}
      {onChanged && <AfterAnswer card={card} onChanged={onChanged} />}
    </>
  );
}
