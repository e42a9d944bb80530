import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { timeOfDay } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import type { Draft, StandingResponse } from './draft.js';
import { MergeVersions } from './merge-versions.js';
import { versionsDocument } from './reply.queries.js';

interface ConflictProps {
  readonly draft: Draft;
  readonly standing: StandingResponse;
  readonly response: string;
  readonly onMerged: (change: Pick<Draft, 'text' | 'basedOn' | 'base'>) => void;
}

/** A colleague changed the answer meanwhile: the own text is as it was, and the two are compared on request. */
export function Conflict({ draft, standing, response, onMerged }: ConflictProps) {
  const { code: district } = useDistrict();
  const [comparing, setComparing] = useState(false);
  const [{ data }] = useQuery({
    query: operation(versionsDocument),
    variables: { district, response },
    requestPolicy: 'cache-and-network',
  });
  const last = data?.responseVersions.at(-1);
  const name = last?.byName ?? t('card.colleague');
  const merged = (text: string): void => onMerged({ text, basedOn: standing.version, base: standing.text ?? '' });
  return (
    <>
      <p className="d-note" role="status">
        {t('card.changedBy', { name, time: last ? timeOfDay(last.at) : '' })}{' '}
        <button type="button" className="d-link is-act" data-compare onClick={() => setComparing(true)}>
          {t('card.compare')}
        </button>
      </p>
      {comparing && (
        <MergeVersions
          mine={draft.text}
          theirs={standing.text ?? ''}
          name={last ? `${name}, ${timeOfDay(last.at)}` : name}
          take={t('card.takeTheirs')}
          onMerged={merged}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  );
}

/** Another window of the same official saved another text: both are there, and the official says which is meant. */
export function PartedWindows(props: {
  readonly draft: Draft;
  readonly elsewhere: Draft;
  readonly onMerged: (change: Pick<Draft, 'text'>) => void;
}) {
  const { draft, elsewhere, onMerged } = props;
  const [comparing, setComparing] = useState(false);
  return (
    <>
      <p className="d-note" role="status">
        {t('card.changedElsewhere', { time: timeOfDay(elsewhere.at) })}{' '}
        <button type="button" className="d-link is-act" data-compare onClick={() => setComparing(true)}>
          {t('card.compare')}
        </button>
      </p>
      {comparing && (
        <MergeVersions
          key={draft.text}
          mine={draft.text}
          theirs={elsewhere.text}
          name={t('card.mergeElsewhere', { time: timeOfDay(elsewhere.at) })}
          take={t('card.takeElsewhere')}
          onMerged={(text) => onMerged({ text })}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  );
}
