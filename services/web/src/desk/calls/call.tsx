import type { ReactNode } from 'react';
import type { OralOutcome } from '../../generated/graphql.js';
import type { Commands } from '../../frame/use-outbox.js';
import { useAsOpened } from '../../frame/as-opened.js';
import { recordCallAttempt, recordOralNotice } from '../../acts/notice.js';
import { usePut } from '../../acts/use-put.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { ItemHead } from '../../frame/queue/item-head.js';
import { noticeNumber, NoticeTerm } from '../../frame/queue/notice-queue.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import type { CallRow } from './calls.js';
import { Mark } from './mark.js';
import { Attempts, NotReached, type AttemptResult } from './attempts.js';
import { usePerson } from '../../frame/person.js';
import { Telephone } from './telephone.js';
import { Words } from './words.js';

interface CallProps {
  readonly row: CallRow;
  readonly queue: Queue<CallRow>;
  readonly commands: Commands;
}

/** A talk in its three steps: who speaks with whom, the answer to read, what the applicant said. */
export function Call({ row, queue, commands }: CallProps) {
  const put = usePut(commands);
  const number = noticeNumber(row);
  const person = usePerson(row, t('calls.reason', { number }));
  // The talk goes on for minutes: what it is about stays as it was opened.
  const { held, renew } = useAsOpened(row, true);
  const record = (outcome: OralOutcome, words: string): void => {
    const said = words === '' ? t(`calls.outcome${outcome}`) : words;
    put(recordOralNotice, held, number, { outcome, said });
    queue.pass(row.id);
  };
  const attempt = (result: AttemptResult, callAt?: string): void => {
    put(recordCallAttempt, held, number, { result, callAt });
    queue.pass(row.id);
  };
  const isOver = queue.isGone || recordOralNotice.offers(row).length === 0;
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

/** As the server demands it: after so many consecutive unanswered calls. */
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
