import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { ActResults } from '../../frame/queue/act-results.js';
import { QueueScreen } from '../../frame/queue/queue-screen.js';
import { QueueRow, QueueStream } from '../../frame/queue/queue-stream.js';
import { useQueue, type Queue } from '../../frame/queue/use-queue.js';
import { useCommands } from '../../frame/use-outbox.js';
import { useRenewed } from '../../frame/use-renewed.js';
import type { FoundMessagesQuery } from '../../generated/graphql.js';
import { dayIn, dayMonth, momentIn, timeOfDay } from '../../parts/dates.js';
import { NetworkChip } from '../../parts/network.js';
import { t } from '../../words/words.js';
import { FoundMessage } from './found-message.js';
import { foundDocument } from './found.queries.js';
import './found.css';

export type FoundRow = FoundMessagesQuery['foundMessages'][number];
type Community = FoundMessagesQuery['watchedCommunities'][number];

/** Communities are read every ten minutes. */
const RENEWED_MS = 60_000;

/** What people wrote in communities beside the district's own pages: it waits for one of four decisions, and is no case before. */
export function Found() {
  const { code: district } = useDistrict();
  const [isDecided, showDecided] = useState(false);
  const commands = useCommands('found');
  const [{ data, error }, reload] = useQuery({
    query: operation(foundDocument),
    variables: { district, decided: isDecided },
  });
  const renew = useRenewed(reload, RENEWED_MS);
  const done = commands.all.filter(({ state }) => state.is === 'DONE').length;
  useEffect(() => {
    if (done > 0) renew();
  }, [done, renew]);
  const rows = data?.foundMessages;
  const queue = useQueue(rows, commands.all, { isNew: () => false, generation: isDecided ? 1 : 0 });
  const { current } = queue;
  return (
    <QueueScreen isOpen={current !== undefined} className="is-found">
      <QueueStream
        queue={queue}
        label={t('found.list')}
        title={t('found.title')}
        count={
          rows ? t(isDecided ? 'found.countDecided' : 'found.count', { count: queue.rows.length }) : t('frame.loading')
        }
        empty={emptyWords(data?.watchedCommunities, isDecided)}
        isLoaded={rows !== undefined}
        error={error}
        onAgain={renew}
        head={
          <>
            <div className="d-bar" role="group" aria-label={t('found.which')}>
              <Shown is={!isDecided} words={t('found.waiting')} onShow={() => showDecided(false)} />
              <Shown is={isDecided} words={t('found.decided')} onShow={() => showDecided(true)} />
            </div>
            <Communities communities={data?.watchedCommunities ?? []} />
          </>
        }
        foot={<ActResults title={t('found.results')} commands={commands} onOpen={queue.open} />}
      >
        {(row) => <Row key={row.id} queue={queue} row={row} />}
      </QueueStream>
      {current && <FoundMessage key={current.id} row={current} queue={queue} commands={commands} />}
    </QueueScreen>
  );
}

function emptyWords(communities: readonly Community[] | undefined, isDecided: boolean): string {
  if (communities?.length === 0) return t('found.noCommunities');
  return t(isDecided ? 'found.emptyDecided' : 'found.empty');
}

function Shown({ is, words, onShow }: { readonly is: boolean; readonly words: string; readonly onShow: () => void }) {
  return (
    <button type="button" className={is ? 'd-button' : 'd-button is-plain'} aria-pressed={is} onClick={onShow}>
      {words}
    </button>
  );
}

/** Where is looked, by which order; what cannot be read now says why, the rest is one press away. */
function Communities({ communities }: { readonly communities: readonly Community[] }) {
  const { zone } = useDistrict();
  const [first] = communities;
  if (!first) return null;
  const wrong = communities.filter(({ problem }) => problem !== null);
  return (
    <div className="found-places">
      {wrong.map(({ code, name, problem }) => (
        <p key={code} className="attn">
          {t('found.notRead', { name, why: t(`found.problem${problem!}`) })}
        </p>
      ))}
      <details>
        <summary>{t('found.places', { count: communities.length })}</summary>
        <p className="muted">{t('found.order', { order: first.order })}</p>
        <ul>
          {communities.map(({ code, name, address, words, readAt }) => (
            <li key={code}>
              <a href={address} target="_blank" rel="noreferrer">
                {name}
              </a>{' '}
              <span className="muted">
                {words.length === 0
                  ? t('found.allWords')
                  : t('found.words', { words: words.join(', ').replaceAll('*', '…') })}
                . {readAt ? t('found.readAt', { at: momentIn(zone, readAt) }) : t('found.readNever')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Row({ queue, row }: { readonly queue: Queue<FoundRow>; readonly row: FoundRow }) {
  const { zone } = useDistrict();
  const { communityName, text, writtenAt, foundAt, outcome, same } = row;
  const at = writtenAt ?? foundAt;
  const day = dayIn(zone, at);
  return (
    <QueueRow
      queue={queue}
      row={row}
      lead={<NetworkChip network="VK" />}
      name={communityName}
      when={
        <span className="when">
          <time dateTime={at}>{day === dayIn(zone, Date.now()) ? timeOfDay(at, zone) : dayMonth(day)}</time>
        </span>
      }
    >
      <p className="msg-text">{text ?? t('found.textInCase')}</p>
      {outcome && <p className="muted">{t(`found.outcome${outcome}`)}</p>}
      {same.length > 0 && <p className="attn">{t('found.sameCount', { count: same.length })}</p>}
    </QueueRow>
  );
}
