import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import { ActResults } from '../../frame/queue/act-results.js';
import { QueueScreen } from '../../frame/queue/queue-screen.js';
import { QueueRow, QueueStream } from '../../frame/queue/queue-stream.js';
import { useQueue, type Queue } from '../../frame/queue/use-queue.js';
import { useNoticesToSign, type NoticeToSign } from '../../frame/use-notices-to-sign.js';
import { useCommands } from '../../frame/use-outbox.js';
import { Button } from '../../parts/button.js';
import { dayIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { useKeys } from '../../parts/keys.js';
import { Letter } from '../../parts/letter.js';
import { shortName } from '../../parts/names.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { noticeToSignDocument, signNoticesDocument } from './notices-to-sign.queries.js';
import '../../frame/queue/notice-queue.css';

const noneLeftOut: ReadonlySet<string> = new Set();

/** Notices of the day that wait for whom the district's settings name: read at the right, signed with one press. */
export function Notices() {
  const { code: district } = useDistrict();
  const commands = useCommands('notices');
  const { list, error, again } = useNoticesToSign();
  const queue = useQueue(list?.notices, commands.all);
  const [leftOut, leave] = useState(noneLeftOut);
  const toSign = queue.rows.filter(({ id }) => !leftOut.has(id));
  const done = commands.all.filter(({ state }) => state.is === 'DONE').length;
  useEffect(() => {
    if (done > 0) again();
  }, [done, again]);
  const toggle = (id: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    leave(next);
  };
  const sign = (): void => {
    const items = toSign.map(({ id, version }) => ({ id, key: newKey(), expectedVersion: version }));
    void commands.put({
      item: items[0]!.id,
      label: t('approval.noticesLabel', { count: items.length }),
      done: t('approval.noticesDone'),
      document: signNoticesDocument,
      variables: () => ({ input: { district, items } }),
    });
    queue.pass(...items.map(({ id }) => id));
  };
  const maySign = list?.maySign ?? false;
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-post">
      <QueueStream
        queue={queue}
        label={t('approval.noticesTitle')}
        title={t('approval.noticesTitle')}
        count={list ? t('approval.noticesCount', { count: list.total }) : t('frame.loading')}
        empty={t('approval.noticesEmpty')}
        isLoaded={list !== undefined}
        error={error}
        onAgain={again}
        head={list && <Signatory list={list} />}
        foot={<ActResults title={t('approval.resultsTO_SIGN')} commands={commands} onOpen={queue.open} />}
        bar={
          maySign &&
          queue.rows.length > 0 && (
            <SignBar
              queue={queue}
              count={toSign.length}
              isWhole={toSign.length === queue.rows.length}
              isBeyond={list !== undefined && list.total > list.notices.length}
              onToggle={toggle}
              onSign={sign}
              onAll={() => leave(noneLeftOut)}
            />
          )
        }
      >
        {(row) => (
          <Row
            key={row.id}
            queue={queue}
            row={row}
            isIn={!leftOut.has(row.id)}
            onToggle={maySign ? () => toggle(row.id) : undefined}
          />
        )}
      </QueueStream>
      {queue.current && <Sheet key={queue.current.id} row={queue.current} maySign={maySign} isGone={queue.isGone} />}
    </QueueScreen>
  );
}

type List = NonNullable<ReturnType<typeof useNoticesToSign>['list']>;

/** Who signs, by the district's file; where the directory has no such official, what is to be mended. */
function Signatory({ list: { signatory, post, maySign, notices } }: { readonly list: List }) {
  if (notices.length === 0) return null;
  if (signatory === null) return <p className="attn">{t('approval.noticesNobody')}</p>;
  const name = [post, shortName(signatory)].filter((part) => part).join(' ');
  return <p className="muted">{t(maySign ? 'approval.noticesSignatory' : 'approval.noticesOfAnother', { name })}</p>;
}

interface BarProps {
  readonly queue: Queue<NoticeToSign>;
  readonly count: number;
  readonly isWhole: boolean;
  /** More wait than are listed. */
  readonly isBeyond: boolean;
  readonly onToggle: (id: string) => void;
  readonly onSign: () => void;
  readonly onAll: () => void;
}

function SignBar({ queue, count, isWhole, isBeyond, onToggle, onSign, onAll }: BarProps) {
  const { current } = queue;
  useKeys([{ keys: 'KeyX', title: t('approval.noticesLeave'), run: () => current && onToggle(current.id) }]);
  return (
    <div className="wl-bulk d-bar">
      <Button look="main" keys="Control+Enter" disabled={count === 0} onPress={onSign}>
        {t(`approval.${signWord(isWhole, isBeyond)}`, { count, all: queue.rows.length })}
      </Button>
      {!isWhole && (
        <Button keys="Escape" look="plain" className="is-end" onPress={onAll}>
          {t('approval.noticesAll')}
        </Button>
      )}
    </div>
  );
}

function signWord(isWhole: boolean, isBeyond: boolean) {
  if (!isWhole) return 'noticesSignSome';
  return isBeyond ? 'noticesSignListed' : 'noticesSignAll';
}

interface RowProps {
  readonly queue: Queue<NoticeToSign>;
  readonly row: NoticeToSign;
  readonly isIn: boolean;
  /** Absent: the official does not sign them. */
  readonly onToggle: (() => void) | undefined;
}

function Row({ queue, row, isIn, onToggle }: RowProps) {
  const { zone } = useDistrict();
  const { number, dueOn, kind, way, body } = row;
  return (
    <QueueRow
      queue={queue}
      row={row}
      className="is-pickable"
      lead={
        onToggle && (
          <input
            type="checkbox"
            aria-label={t('approval.noticesPick', { number })}
            checked={isIn}
            onChange={onToggle}
          />
        )
      }
      name={number}
      beside={<span className="muted">{t(`card.noticeWay${way}`)}</span>}
      when={
        <span className="when">{dueOn && <Deadline dueOn={dueOn} dueAt={null} today={dayIn(zone, Date.now())} />}</span>
      }
    >
      <p className="gist">
        {t(`post.kind${kind}`)} {body && <span className="muted">{body}</span>}
      </p>
    </QueueRow>
  );
}

interface SheetProps {
  readonly row: NoticeToSign;
  readonly maySign: boolean;
  readonly isGone: boolean;
}

/** The sheet with the name on it: its opening is on record. */
function Sheet({ row, maySign, isGone }: SheetProps) {
  const { code: district } = useDistrict();
  const { id, number, appeal, kind } = row;
  const [{ data, error }, again] = useQuery({
    query: operation(noticeToSignDocument),
    variables: { district, id },
    pause: !maySign || isGone,
  });
  return (
    <aside className="peek" aria-label={t('approval.noticesSheet', { number })}>
      <h2>
        {t(`post.kind${kind}`)}, <Link href={`/desk/${district}/card/${appeal}`}>{number}</Link>
      </h2>
      {isGone && <p className="attn">{t('approval.noticesGone')}</p>}
      {!maySign && <p className="muted">{t('approval.noticesClosed')}</p>}
      {error && <Problem problem={failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />}
      {data && (
        <>
          <Letter letter={data.noticeToSign} label={t('approval.asItLeaves')} />
          <p className="muted">{t('approval.noticesRecorded')}</p>
        </>
      )}
    </aside>
  );
}
