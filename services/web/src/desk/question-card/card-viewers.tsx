import { useEffect, useState } from 'react';
import type { CardViewersSubscription } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { useLive } from '../../frame/use-live.js';
import { shortName } from '../../parts/names.js';
import { t } from '../../words/words.js';
import { cardViewersDocument } from './card.queries.js';

/** Which colleagues have the same card open now. */
export function CardViewers({ appeal }: { readonly appeal: string }) {
  const { code: district } = useDistrict();
  const [viewers, setViewers] = useState<CardViewersSubscription['cardViewers']>([]);
  useEffect(() => () => setViewers([]), [district, appeal]);
  useLive({
    document: cardViewersDocument,
    of: `${district} ${appeal}`,
    variables: () => ({ district, appeal }),
    next: (data) => setViewers(data.cardViewers),
    // Without it the card works as well: an official without the right to see the viewers sees none.
    refused: () => setViewers([]),
  });
  return (
    <span className="muted" role="status">
      {viewers.length > 0 &&
        t('card.viewers', { count: viewers.length, names: viewers.map(({ name }) => shortName(name)).join(', ') })}
    </span>
  );
}
