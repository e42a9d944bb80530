import { useEffect, useState } from 'react';
import type { Action } from '../../generated/graphql.js';
import type { Acts } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { Button } from '../../parts/button.js';
import { dayMonth } from '../../parts/dates.js';
import { undoable } from '../../parts/queue/acted-rows.js';
import type { Queue } from '../../parts/queue/use-queue.js';
import { reasonWords } from '../../parts/reason-words.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { Identify } from './identify.js';
import { markDuplicate, markSpam, takeBack, takeUp, turnIntoAppeal } from './moderation.queries.js';
import type { ModerationRow } from './moderation.js';
import type { Proposal } from './message.js';
import { findSimilar, type SimilarAppeals } from './similar-list.js';

interface DecideProps {
  readonly row: ModerationRow;
  readonly queue: Queue<ModerationRow>;
  readonly acts: Acts;
  readonly proposal: Proposal | undefined;
  readonly similar: SimilarAppeals;
}

/** The decision: what the rules propose, the buttons that the server allows, and the undoing of the last one. */
export function Decide({ row, queue, acts, proposal, similar }: DecideProps) {
  const decide = useDecisions(row, queue, acts);
  const may = (action: Action): boolean => !queue.isGone && row.allowedActions.includes(action);
  const { chosen } = similar;
  return (
    <aside className="decide" aria-label={t('moderation.decision')}>
      <Proposed proposal={proposal} />
      {queue.isGone || row.allowedActions.length === 0 ? (
        <p>{t('moderation.mayNothing')}</p>
      ) : (
        <ul>
          {may('TAKE_UP_MESSAGE') && (
            <Item>
              <Button keys="KeyY" look="main" onPress={decide.takeUp}>
                {t('moderation.takeUp')}
              </Button>
            </Item>
          )}
          {may('MARK_AS_DUPLICATE') && (
            <Item>
              <Button
                keys="KeyD"
                onPress={() => (chosen ? decide.join(chosen.id, shortNumber(chosen)) : findSimilar())}
              >
                {chosen ? t('moderation.join', { number: shortNumber(chosen) }) : t('moderation.joinTo')}
              </Button>
            </Item>
          )}
          {may('MARK_AS_SPAM') && (
            <>
              <Item>
                <Button keys="KeyE" onPress={() => decide.spam('NOT_A_QUESTION')}>
                  {t('moderation.notQuestion')}
                </Button>
              </Item>
              <Item>
                <Button keys="KeyS" onPress={() => decide.spam('ADVERTISING')}>
                  {t('moderation.advertising')}
                </Button>
              </Item>
            </>
          )}
          {may('TURN_INTO_APPEAL') && (
            <Item>
              <Identify onDone={decide.turn} />
            </Item>
          )}
        </ul>
      )}
      <Undo acts={acts} queue={queue} />
    </aside>
  );
}

function Item({ children }: { readonly children: React.ReactNode }) {
  return <li>{children}</li>;
}

function Proposed({ proposal }: { readonly proposal: Proposal | undefined }) {
  const { deadline, department, reason, topic } = proposal ?? {};
  return (
    <div>
      <p className="d-label">{t('moderation.proposed')}</p>
      <h2>{topic ? t('moderation.question', { topic: topic.name }) : t('moderation.noRule')}</h2>
      {department && <p>{department.name}</p>}
      {reason && reason.words.length > 0 && (
        <p className="muted">
          {t('moderation.words', {
            words: reasonWords(reason.words),
            count: reason.words.length,
          })}
        </p>
      )}
      {deadline && <p className="muted">{t('moderation.answerBy', { date: dayMonth(deadline.dueOn) })}</p>}
    </div>
  );
}

type SpamReason = 'NOT_A_QUESTION' | 'ADVERTISING';

function useDecisions(row: ModerationRow, queue: Queue<ModerationRow>, acts: Acts) {
  const { code: district } = useDistrict();
  const about = { item: row.id, label: shortNumber(row) };
  const input = (key: string) => ({ district, id: row.id, key, expectedVersion: row.version });
  const pass = () => {
    queue.pass(row.id);
  };
  return {
    takeUp: () => {
      acts.put({
        ...about,
        done: t('moderation.doneTakeUp'),
        document: takeUp,
        variables: (key) => ({ input: input(key) }),
      });
      pass();
    },
    join: (of: string, number: string) => {
      const done = t('moderation.doneJoin', { number });
      acts.put({ ...about, done, document: markDuplicate, variables: (key) => ({ input: { ...input(key), of } }) });
      pass();
    },
    spam: (why: SpamReason) => {
      const reason = t(`moderation.reason${why}`);
      const done = t(`moderation.done${why}`);
      acts.put({ ...about, done, document: markSpam, variables: (key) => ({ input: { ...input(key), reason } }) });
      pass();
    },
    turn: (identifiedBy: string) => {
      const variables = (key: string) => ({ input: { ...input(key), identifiedBy } });
      acts.put({ ...about, done: t('moderation.doneTurn'), document: turnIntoAppeal, variables });
      pass();
    },
  };
}

const UNDO_MS = 10_000;
const TICK_MS = 1_000;

/** A decision can be undone for ten seconds; one that has not left yet is not sent at all. */
function Undo({ acts, queue }: { readonly acts: Acts; readonly queue: Queue<ModerationRow> }) {
  const { code: district } = useDistrict();
  const now = useNow();
  const last = undoable(acts.all, now, UNDO_MS);
  const waiting = acts.all.findLast(({ state }) => state.is === 'WAITING');
  if (!last && !waiting) return <p className="muted">{t('moderation.afterwards')}</p>;
  const undo = (): void => {
    if (waiting) {
      acts.cancel(waiting.key);
      return queue.open(waiting.item);
    }
    if (last?.state.is !== 'DONE') return;
    const { item, label, state } = last;
    const input = { district, id: item, expectedVersion: state.version, reason: t('moderation.undoReason') };
    acts.put({
      ...{ item, label, done: t('moderation.doneUndo'), undoes: true, document: takeBack },
      variables: (key) => ({ input: { ...input, key } }),
    });
    queue.open(item);
  };
  return (
    <div>
      <p>{t('moderation.afterwards')}</p>
      <Button keys="KeyZ" className="d-gap" onPress={undo}>
        {t('moderation.undo', { number: (waiting ?? last)?.label ?? '' })}
      </Button>
    </div>
  );
}

/** Milliseconds since 1970, anew each second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
