import type { ReactNode } from 'react';
import type { OralOutcome } from '../../generated/graphql.js';
import type { Acts } from '../../frame/acts.js';
import { useAsOpened } from '../../frame/as-opened.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { useDistrict } from '../../frame/district.js';
import { ItemHead } from '../../frame/queue/item-head.js';
import { noticeNumber, NoticeTerm } from '../../frame/queue/notice-queue.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import { recordCallAttempt, recordOralNotice } from './calls.queries.js';
import type { CallRow } from './calls.js';
import { Mark } from './mark.js';
import { Attempts, NotReached, type AttemptResult } from './attempts.js';
import { Telephone, usePerson } from './person.js';
import { Words } from './words.js';

interface CallProps {
  readonly row: CallRow;
  readonly queue: Queue<CallRow>;
  readonly acts: Acts;
}

/** A talk in its three steps: who speaks with whom, the answer to read, what the applicant said. */
export function Call({ row, queue, acts }: CallProps) {
  const { code: district } = useDistrict();
  const number = noticeNumber(row);
  const person = usePerson(row, t('calls.reason', { number }));
  const about = { item: row.id, label: number };
  // The talk goes on for minutes: what it is about stays as it was opened.
  const { held, renew } = useAsOpened(row, true);
  const input = (key: string) => ({ district, id: row.id, key, expectedVersion: held.version });
  const record = (outcome: OralOutcome, words: string): void => {
    const said = words === '' ? t(`calls.outcome${outcome}`) : words;
    const variables = (key: string) => ({ input: { ...input(key), outcome, said } });
    acts.put({ ...about, done: t(`calls.done${outcome}`), document: recordOralNotice, variables });
    queue.pass(row.id);
  };
  const attempt = (result: AttemptResult, callAt?: string): void => {
    const later = callAt === undefined ? {} : { callAt };
    const variables = (key: string) => ({ input: { ...input(key), result, ...later } });
    acts.put({ ...about, done: t(`calls.result${result}`), document: recordCallAttempt, variables });
    queue.pass(row.id);
  };
  const isOver = queue.isGone || !row.allowedActions.includes('RECORD_ORAL_NOTICE');
  return (
    <section className="thread" aria-label={t('calls.call', { number })}>
      <div className="talk">
        <ItemHead
          title={person.applicant?.name ?? t('calls.call', { number })}
          appeal={row.appeal}
          gone={queue.isGone && t('calls.gone')}
        />
        {!queue.isGone && <ChangedBehind held={[held]} live={[row]} onRenew={renew} />}
        <Telephone person={person} number={number} />
        <div className="steps">
          <Words row={row} name={person.applicant?.name ?? undefined} />
          {!isOver && <Mark onRecord={record} />}
        </div>
      </div>
      <Aside row={row}>{!isOver && <NotReached mayGiveUp={mayGiveUp(row)} onAttempt={attempt} />}</Aside>
    </section>
  );
}

const CALLS_BEFORE_GIVING_UP = 3;

/** As the server demands it: after so many calls in a row that nobody answered. */
function mayGiveUp({ attempts }: CallRow): boolean {
  const last = attempts.slice(-CALLS_BEFORE_GIVING_UP);
  return last.length === CALLS_BEFORE_GIVING_UP && last.every(({ result }) => result === 'NO_ANSWER');
}

function Aside({ row, children }: { readonly row: CallRow; readonly children: ReactNode }) {
  const { question } = row;
  return (
    <aside className="decide" aria-label={t('calls.term')}>
      <NoticeTerm row={row} />
      <p className="muted">
        {question?.executor && t('calls.drafted', { name: question.executor.name })} {t('calls.consent')}
      </p>
      {children}
      <Attempts attempts={row.attempts} />
    </aside>
  );
}
