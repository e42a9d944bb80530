import { useEffect, useState } from 'react';
import type { QueuedAppealFragment } from '../../generated/graphql.js';
import { useCommands } from '../../frame/use-outbox.js';
import { NoticesToPlace } from '../../acts/placed-notice.js';
import { ActResults } from '../../frame/queue/act-results.js';
import { QueueScreen } from '../../frame/queue/queue-screen.js';
import { QueueStream } from '../../frame/queue/queue-stream.js';
import { useQueue, type Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import { AfterAnswers } from './after-answers.js';
import { Message } from './message.js';
import { filterOf, StreamHead } from './stream-head.js';
import { StreamRow } from './stream-row.js';
import { useStream, type Stream } from './use-stream.js';
import './moderation.css';

export type ModerationRow = QueuedAppealFragment;

/** So many rows before the last one the next page is asked for. */
const NEAR_THE_END = 20;

/** The stream of all networks, the site and the mail at the left, the open message and the decision at the right. */
export function Moderation() {
  const [shown, show] = useState('');
  const stream = useStream(filterOf(shown));
  const commands = useCommands('moderation');
  const queue = useQueue(stream.rows, commands.all, stream.paged);
  useMoreNearTheEnd(stream, queue);
  const { rows, failure } = stream;
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-moderation">
      <QueueStream
        queue={queue}
        label={t('moderation.list')}
        title={t('moderation.title')}
        count={rows ? t('moderation.count', { count: stream.total }) : t('frame.loading')}
        empty={t('moderation.empty')}
        isLoaded={rows !== undefined}
        error={failure}
        onAgain={() => void stream.renew()}
        newsWords={t('moderation.news', { count: queue.news, urgent: stream.urgentNews })}
        head={(news) => (
          <>
            <StreamHead numbers={stream.numbers} value={shown} onChange={show} news={news} />
            <AfterAnswers />
            <NoticesToPlace />
          </>
        )}
        more={stream.more > 0 && <More stream={stream} />}
        foot={<ActResults title={t('moderation.decided')} commands={commands} onOpen={queue.open} />}
      >
        {(row) => <StreamRow key={row.id} queue={queue} row={row} />}
      </QueueStream>
      {queue.current && <Message key={queue.current.id} row={queue.current} queue={queue} commands={commands} />}
    </QueueScreen>
  );
}

/** Keys never lead to an end that is not one. */
function useMoreNearTheEnd({ more, loadMore }: Stream, { rows, current }: Queue<ModerationRow>): void {
  const below = rows.length - 1 - rows.findIndex(({ id }) => id === current?.id);
  const isNear = more > 0 && below < NEAR_THE_END;
  useEffect(() => {
    if (isNear) loadMore();
    // `more`: also after a page whose rows have all left the list meanwhile.
  }, [isNear, rows.length, more, loadMore]);
}

function More({ stream }: { readonly stream: Stream }) {
  return (
    <p className="stream-empty">
      <button type="button" className="d-link" onClick={stream.loadMore}>
        {t('moderation.more', { count: stream.more })}
      </button>
    </p>
  );
}
