import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { ActResults } from '../../frame/queue/act-results.js';
import { NotLoaded } from '../../frame/queue/not-loaded.js';
import { QueueScreen } from '../../frame/queue/queue-screen.js';
import { useQueue, type Queue } from '../../frame/queue/use-queue.js';
import { useCommands, type Commands } from '../../frame/use-outbox.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import type { PostLetterFragment, PostListQuery, SentLettersQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { DataTable } from '../../parts/data-table/data-table.js';
import { dayIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { FindLetter } from './find-letter.js';
import { GROUPS, groupOf, inGroups, nextAlike, type LetterGroup } from './letter-groups.js';
import { ManyLetters } from './many-letters.js';
import { PaperLetter } from './paper-letter.js';
import { PostBar } from './post-bar.js';
import { groupHead, postColumns } from './post-columns.js';
import { postList, sentLetters } from './post.queries.js';
import { usePrinted } from './printed-today.js';
import '../../frame/queue/notice-queue.css';
import './post.css';

export type PaperRow = PostLetterFragment;

const REFETCH_DELAY_MS = 1_000;
const DELIVERED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Outgoing post: letters to print, to hand in, on their way, and back. */
export function Post() {
  const commands = useCommands('post');
  const { rows, deliveredInAll, error, again } = useLetters(commands);
  const printed = usePrinted();
  const { zone } = useDistrict();
  const [tab, setTab] = useState<LetterGroup>();
  const queue = useQueue(rows && inGroups(rows, printed.ids), commands.all);
  const inTab = queue.rows.filter((row) => tab === undefined || groupOf(row, printed.ids) === tab);
  const shown = inGroups(inTab, printed.ids);
  const counts = Map.groupBy(queue.rows, (row) => groupOf(row, printed.ids));
  const countOf = (group: LetterGroup): number => counts.get(group)?.length ?? 0;
  const picked = queue.rows.filter(({ id }) => queue.picked.has(id));
  const toDo = countOf('PRINT') + countOf('HAND_IN') + countOf('RETURNED');
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-post">
      <section className="stream" aria-label={t('post.list')}>
        <title>{t('queue.pageTitle', { title: t('frame.listTO_POST') })}</title>
        <div className="wl-head">
          <div className="d-bar">
            <h1>
              {t('frame.listTO_POST')}
              <small role="status">{rows ? t('post.count', { count: toDo }) : t('frame.loading')}</small>
            </h1>
            {queue.news > 0 && (
              <Button keys="KeyN" look="plain" onPress={queue.show}>
                {t('queue.news', { count: queue.news })}
              </Button>
            )}
            <span className="is-end" />
            <Outgoing />
            <FindLetter onFound={queue.open} rows={queue.rows} />
          </div>
          <Tabs tab={tab} onTab={setTab} countOf={countOf} delivered={deliveredInAll} />
        </div>
        <div className="stream-rows">
          {error && !rows && <NotLoaded error={error} onAgain={again} />}
          <DataTable
            look="grid"
            label={t('post.list')}
            columns={postColumns({ queue, printed: printed.ids, names: printed.names, today: dayIn(zone, Date.now()) })}
            rows={shown}
            idOf={({ id }) => id}
            choice={{
              id: queue.current?.id,
              onChoose: ({ id }) => queue.open(id),
              next: t('queue.next'),
              previous: t('queue.previous'),
            }}
            rowLook={({ id }) => (queue.picked.has(id) ? 'is-picked' : '')}
            groupOf={(row) => {
              const group = groupOf(row, printed.ids);
              return { id: group, head: groupHead(group, countOf(group)) };
            }}
            empty={rows && <p className="stream-empty">{t('post.empty')}</p>}
          />
          <ActResults title={t('post.results')} commands={commands} onOpen={queue.open} />
        </div>
        <PostBar queue={queue} picked={picked} printed={printed} isNext={!isPrinted(picked, printed.ids)} />
      </section>
      <Beside
        picked={picked}
        shown={shown}
        toHandIn={countOf('HAND_IN')}
        printed={printed}
        queue={queue}
        commands={commands}
        onChanged={again}
      />
    </QueueScreen>
  );
}

interface BesideProps {
  readonly picked: readonly PaperRow[];
  /** As they are on the screen. */
  readonly shown: readonly PaperRow[];
  readonly toHandIn: number;
  readonly printed: ReturnType<typeof usePrinted>;
  readonly queue: Queue<PaperRow>;
  readonly commands: Commands;
  readonly onChanged: () => void;
}

/** The record of those that were picked together, else the letter that is open. */
function Beside({ picked, shown, toHandIn, printed, queue, commands, onChanged }: BesideProps) {
  const { current } = queue;
  const isNext = isPrinted(picked, printed.ids);
  if (picked.length > 1)
    return (
      <ManyLetters
        key={[...queue.picked.keys()].join(' ')}
        rows={picked}
        isNext={isNext}
        isScanned={isNext && picked.length === toHandIn}
        names={printed.names}
        queue={queue}
        commands={commands}
      />
    );
  if (!current) return null;
  const goOn = (): void => {
    const next = nextAlike(shown, current, printed.ids);
    if (next) queue.open(next.id);
  };
  return (
    <PaperLetter
      key={current.id}
      row={current}
      queue={queue}
      commands={commands}
      onChanged={onChanged}
      onRecorded={goOn}
    />
  );
}

/** What was printed is handed in next. */
function isPrinted(picked: readonly PaperRow[], printed: ReadonlySet<string>): boolean {
  return picked.length > 1 && picked.every((row) => groupOf(row, printed) === 'HAND_IN');
}

function Outgoing() {
  const { code } = useDistrict();
  return (
    <Link href={`/desk/${code}/outgoing`} className="d-button is-plain">
      {t('outgoing.title')}
    </Link>
  );
}

interface TabsProps {
  readonly tab: LetterGroup | undefined;
  readonly onTab: (tab: LetterGroup | undefined) => void;
  readonly countOf: (group: LetterGroup) => number;
  readonly delivered: number;
}

function Tabs({ tab, onTab, countOf, delivered }: TabsProps) {
  const numbers = GROUPS.map((group) => [group, group === 'DELIVERED' ? delivered : countOf(group)] as const);
  const all = numbers.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div className="tabs views" role="group" aria-label={t('post.state')}>
      <button type="button" aria-pressed={tab === undefined} onClick={() => onTab(undefined)}>
        {t('post.all')} <span className="num">{all}</span>
      </button>
      {numbers.map(([group, count]) => (
        <button key={group} type="button" aria-pressed={tab === group} onClick={() => onTab(group)}>
          {t(`post.group${group}`)} <span className="num">{count}</span>
        </button>
      ))}
    </div>
  );
}

/** What waits, and what left and was delivered lately. */
function useLetters(commands: Commands) {
  const { code: district, zone } = useDistrict();
  const from = dayIn(zone, Date.now() - DELIVERED_DAYS * DAY_MS);
  const [waiting, reloadWaiting] = useQuery({ query: operation(postList), variables: { district } });
  const [sent, reloadSent] = useQuery({ query: operation(sentLetters), variables: { district, from } });
  const live = useWorklistCounts().TO_POST?.total;
  const done = commands.all.filter(({ state }) => state.is === 'DONE').length;
  useEffect(() => {
    // Neither list has a subscription: the live count says when they changed. The register follows an act within a second.
    const timer = setTimeout(() => {
      reloadWaiting({ requestPolicy: 'network-only' });
      reloadSent({ requestPolicy: 'network-only' });
    }, REFETCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [live, done, reloadWaiting, reloadSent]);
  const again = (): void => {
    reloadWaiting({ requestPolicy: 'network-only' });
    reloadSent({ requestPolicy: 'network-only' });
  };
  const rows = waiting.data && sent.data && rowsOf(waiting.data, sent.data);
  return { rows, deliveredInAll: sent.data?.delivered.total ?? 0, error: waiting.error ?? sent.error, again };
}

/** A letter that came back is in both lists for a moment: it waits. */
function rowsOf({ paperNotices: { nodes } }: PostListQuery, { onTheirWay, delivered }: SentLettersQuery) {
  const left = [...onTheirWay.nodes, ...delivered.nodes.toReversed()].map(({ notice }) => notice);
  const known = new Set(nodes.map(({ id }) => id));
  return [...nodes, ...left.filter(({ id }) => !known.has(id))];
}
