import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../frame/district.js';
import { operation } from '../frame/graphql-client.js';
import type { NoticesToPlaceQuery } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { Button } from '../parts/button.js';
import { LabelledLine } from '../parts/labelled.js';
import { Paragraphs } from '../parts/paragraphs.js';
import { recordPlacedNotice } from './notice.js';
import { noticesToPlace } from './placed-notice.queries.js';
import { Problem } from '../parts/problem.js';
import { useActsOn } from './use-acts-on.js';

type Notice = NoticesToPlaceQuery['unknownNotices'][number];

interface PlacedProps {
  /** This one alone. */
  readonly notice?: string;
  readonly onChanged?: (consistencyToken: string) => void;
}

/** Answers that a person places where the network lets no program: the words, where to, and the link as proof. */
export function NoticesToPlace({ notice: only, onChanged }: PlacedProps) {
  const { code: district } = useDistrict();
  const [{ data }, reload] = useQuery({ query: operation(noticesToPlace), variables: { district } });
  const notices = (data?.unknownNotices ?? []).filter((one) => isOpen(one, only));
  if (notices.length === 0) return null;
  const placed = (token: string): void => {
    reload({ requestPolicy: 'network-only' });
    onChanged?.(token);
  };
  const list = notices.map((notice) => (
    <Placing key={notice.id} notice={notice} isNamed={only === undefined} onPlaced={placed} />
  ));
  if (only !== undefined) return list;
  return (
    <details className="to-place">
      <summary>{t('parts.toPlace', { count: notices.length })}</summary>
      {list}
    </details>
  );
}

function isOpen({ attention, id }: Notice, only: string | undefined): boolean {
  return attention === 'BY_HAND' && (only === undefined || id === only);
}

interface PlacingProps {
  readonly notice: Notice;
  readonly isNamed: boolean;
  readonly onPlaced: (consistencyToken: string) => void;
}

const MAX_LINK = 500;

function Placing({ notice, isNamed, onPlaced }: PlacingProps) {
  const { perform, stateOn, problem } = useActsOn({ scope: notice, about: (one) => one, onChanged: onPlaced });
  const [link, setLink] = useState('');
  const isBusy = stateOn(recordPlacedNotice) !== 'idle';
  return (
    <div className="d-form">
      <Where notice={notice} isNamed={isNamed} />
      {notice.text !== null && <Words text={notice.text} />}
      <Problem problem={problem} />
      <LabelledLine label={t('parts.placedLink')} type="url" value={link} maxLength={MAX_LINK} onValue={setLink} />
      <div className="decisions">
        <Button
          disabled={isBusy || link.trim() === ''}
          onPress={() => void perform(recordPlacedNotice, { link: link.trim() })}
        >
          {t('parts.placed')}
        </Button>
        <Button disabled={isBusy} onPress={() => void perform(recordPlacedNotice, {})}>
          {t('parts.notPlaced')}
        </Button>
      </div>
    </div>
  );
}

function Where({ notice: { appeal, number, network, link }, isNamed }: Omit<PlacingProps, 'onPlaced'>) {
  const { code } = useDistrict();
  return (
    <p className="d-label">
      {isNamed && <Link href={`/desk/${code}/card/${appeal}`}>{number}</Link>}{' '}
      {link !== null && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('parts.openThere', { network: t(`parts.networkLong${network}`) })}
        </a>
      )}
    </p>
  );
}

function Words({ text }: { readonly text: string }) {
  return (
    <>
      <blockquote className="source-post">
        <Paragraphs text={text} />
      </blockquote>
      <button type="button" className="d-link" onClick={() => void navigator.clipboard.writeText(text)}>
        {t('parts.copyWords')}
      </button>
    </>
  );
}
