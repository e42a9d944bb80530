import { useCommand } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { Button } from '../../parts/button.js';
import { momentIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { acknowledgeDocument } from './appeal.queries.js';
import type { Card } from './question-card.js';

interface SupplementsProps {
  readonly card: Card;
  /** Absent in a card of the past. */
  readonly onChanged?: ((consistencyToken: string) => void) | undefined;
}

/** What the applicant added; where it came after the answer, the press by which it was read. */
export function Supplements({ card, onChanged }: SupplementsProps) {
  const { zone } = useDistrict();
  const isUnread = card.row.allowedActions.includes('ACKNOWLEDGE_SUPPLEMENT');
  return (
    <>
      {card.supplements.map(({ text, at, byApplicant, authorName }) => (
        <div key={at} className="supplement">
          <p className="d-label">
            {byApplicant
              ? t('card.supplemented', { date: momentIn(zone, at) })
              : t('card.supplementedBy', { date: momentIn(zone, at), name: authorName ?? t('card.another') })}
          </p>
          <p className="read is-kept">{text}</p>
        </div>
      ))}
      {isUnread && onChanged && <Acknowledge card={card} onChanged={onChanged} />}
    </>
  );
}

function Acknowledge({
  card: { row },
  onChanged,
}: Required<Pick<SupplementsProps, 'card'>> & { readonly onChanged: (consistencyToken: string) => void }) {
  const { code: district } = useDistrict();
  const { send, problem } = useCommand(acknowledgeDocument);
  const acknowledge = async (): Promise<void> => {
    const input = { district, id: row.id, key: newKey(), expectedVersion: row.version };
    const change = await send({ input });
    if (change) onChanged(change.consistencyToken);
  };
  return (
    <div className="d-bar">
      <Problem problem={problem} />
      <Button onPress={() => void acknowledge()}>{t('card.acknowledge')}</Button>
      <span className="muted">{t('card.acknowledgeHint')}</span>
    </div>
  );
}
