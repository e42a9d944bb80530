import type { Acts } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { ItemHead } from '../../parts/queue/item-head.js';
import type { Queue } from '../../parts/queue/use-queue.js';
import { t } from '../../words/words.js';
import { recordOralNotice } from './calls.queries.js';
import { callNumber, type CallRow } from './calls.js';
import { Mark, type CallOutcome } from './mark.js';
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
  const person = usePerson(row);
  const number = callNumber(row);
  const record = (outcome: CallOutcome, words: string): void => {
    const said = [t(`calls.outcome${outcome}`), words].filter((part) => part !== '').join('. ');
    acts.put({
      ...{ item: row.id, label: number, done: t('calls.done'), document: recordOralNotice },
      variables: (key) => ({ input: { district, id: row.id, key, expectedVersion: row.version, said } }),
    });
    queue.pass(row.id);
  };
  return (
    <section className="thread" aria-label={t('calls.call', { number })}>
      <div className="talk">
        <ItemHead
          title={person.name ?? t('calls.call', { number })}
          appeal={row.appeal}
          gone={queue.isGone && t('calls.gone')}
        />
        <Telephone person={person} number={number} />
        <div className="steps">
          <Words row={row} name={person.name} />
          <Mark onRecord={record} />
        </div>
      </div>
      <Aside row={row} />
    </section>
  );
}

function Aside({ row }: { readonly row: CallRow }) {
  const { zone } = useDistrict();
  const { dueOn, question } = row;
  return (
    <aside className="decide" aria-label={t('calls.term')}>
      {dueOn && (
        <div>
          <p className="d-label">{t('calls.term')}</p>
          <h2>
            {fullDate(dueOn)}, <Deadline dueOn={dueOn} today={dayIn(zone, Date.now())} />
          </h2>
        </div>
      )}
      <p className="muted">
        {question?.executor && t('calls.drafted', { name: question.executor.name })} {t('calls.consent')}
      </p>
    </aside>
  );
}
