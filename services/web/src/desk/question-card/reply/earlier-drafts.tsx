import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { ReplyEarlierDraftsQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import type { Draft } from './draft.js';
import { earlierDraftsDocument } from './reply.queries.js';

type Earlier = ReplyEarlierDraftsQuery['earlierDrafts'][number];

interface EarlierProps {
  readonly response: string;
  readonly text: string;
  readonly onTake: (change: Pick<Draft, 'text' | 'outcome' | 'promisedUntil'>) => void;
}

/** What those had written who had the question before: taken over, or left where it is. */
export function EarlierDrafts({ response, text, onTake }: EarlierProps) {
  const { code: district } = useDistrict();
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [{ data }] = useQuery({
    query: operation(earlierDraftsDocument),
    variables: { district, response },
    requestPolicy: 'cache-and-network',
  });
  const offered = (data?.earlierDrafts ?? []).filter(
    (one) => !left.has(nameOf(one)) && one.text.trim() !== text.trim(),
  );
  return offered.map((one) => (
    <Offer
      key={nameOf(one)}
      draft={one}
      onLeave={() => leave(new Set([...left, nameOf(one)]))}
      onTake={() => {
        const { outcome, promisedUntil } = one;
        if (text.trim() !== '' && !globalThis.confirm(t('course.takeDraftSure'))) return;
        onTake({ text: one.text, outcome: outcome ?? '', ...(promisedUntil && { promisedUntil }) });
      }}
    />
  ));
}

function nameOf({ by, at }: Earlier): string {
  return `${by} ${at}`;
}

function Offer(props: { readonly draft: Earlier; readonly onTake: () => void; readonly onLeave: () => void }) {
  const { zone } = useDistrict();
  const { byName, text, at } = props.draft;
  return (
    <div
      className="d-note earlier-draft"
      role="group"
      aria-label={t('card.earlierDraft', { name: byName ?? '', at: '' })}
    >
      <p>{t('card.earlierDraft', { name: byName ?? t('card.colleague'), at: momentIn(zone, at) })}</p>
      <details>
        <summary>{t('card.earlierDraftRead')}</summary>
        <p className="read is-kept">{text}</p>
      </details>
      <div className="d-bar">
        <Button onPress={props.onTake}>{t('card.earlierDraftTake')}</Button>
        <Button onPress={props.onLeave}>{t('card.earlierDraftLeave')}</Button>
      </div>
    </div>
  );
}
