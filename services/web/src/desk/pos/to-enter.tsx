import { useState } from 'react';
import { recordInPos } from '../../acts/notice.js';
import { usePut } from '../../acts/use-put.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { useAsOpened } from '../../frame/as-opened.js';
import { useDistrict } from '../../frame/district.js';
import { ItemHead } from '../../frame/queue/item-head.js';
import { noticeNumber, NoticeTerm } from '../../frame/queue/notice-queue.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import type { Commands } from '../../frame/use-outbox.js';
import type { PosState } from '../../generated/enumerations.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { Form } from '../../parts/form.js';
import { t } from '../../words/words.js';
import { wordsOf } from '../../frame/queue/notice-words.js';
import { SaveList } from './save-list.js';
import type { PosRow } from './pos.js';

interface ToEnterProps {
  readonly row: PosRow;
  readonly queue: Queue<PosRow>;
  readonly commands: Commands;
}

/** The platform's number and the words, each to be copied; then what was entered there, and when. */
export function ToEnter({ row, queue, commands }: ToEnterProps) {
  const put = usePut(commands);
  const number = noticeNumber(row);
  const { held, renew } = useAsOpened(row, true);
  const record = (state: PosState, enteredOn: string): void => {
    put(recordInPos, held, number, { state, enteredOn });
    queue.pass(row.id);
  };
  const isOver = queue.isGone || recordInPos.offers(row).length === 0;
  return (
    <section className="thread" aria-label={t('pos.item', { number })}>
      <div className="talk">
        <ItemHead title={t('pos.item', { number })} appeal={row.appeal} gone={queue.isGone && t('pos.gone')} />
        {!queue.isGone && <ChangedBehind held={[held]} live={[row]} onRenew={renew} />}
        <div className="steps">
          <Find row={row} />
          <Enter row={row} />
          {!isOver && <Entered states={row.posStates} onRecord={record} />}
        </div>
      </div>
      <aside className="decide" aria-label={t('calls.term')}>
        <NoticeTerm row={row} />
        {row.question?.appeal.bodyTerm && <p>{t('pos.termThere', { date: fullDate(row.question.appeal.bodyTerm) })}</p>}
        <p className="muted">{t('pos.byHand')}</p>
        <SaveList />
      </aside>
    </section>
  );
}

function Find({ row: { senderNumber } }: Pick<ToEnterProps, 'row'>) {
  return (
    <section>
      <h3>
        <span className="num">1</span> {t('pos.step1')}
      </h3>
      {senderNumber === null ? (
        <p className="muted">{t('pos.noNumber')}</p>
      ) : (
        <p className="d-bar">
          <b>{senderNumber}</b> <Copy text={senderNumber} label={t('pos.copyNumber')} />
        </p>
      )}
    </section>
  );
}

function Enter({ row }: Pick<ToEnterProps, 'row'>) {
  const text = textOf(row);
  return (
    <section>
      <h3>
        <span className="num">2</span> {t('pos.step2')}
      </h3>
      <blockquote className="aloud">
        {text.split(/\n+/u).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </blockquote>
      <Copy text={text} label={t('parts.copyWords')} />
    </section>
  );
}

function textOf(row: PosRow): string {
  return row.answer ?? wordsOf(row);
}

function Copy({ text, label }: { readonly text: string; readonly label: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  return (
    <>
      <button type="button" className="d-link" onClick={copy}>
        {label}
      </button>
      <span role="status" className="muted">
        {isCopied && t('pos.copied')}
      </span>
    </>
  );
}

interface EnteredProps {
  readonly states: readonly PosState[];
  readonly onRecord: (state: PosState, enteredOn: string) => void;
}

/** Its state there since then, and the day: the day of the proof. */
function Entered({ states, onRecord }: EnteredProps) {
  const { zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const [state, setState] = useState(states[0] ?? 'ANSWER_SENT');
  const [on, setOn] = useState(today);
  return (
    <section>
      <h3>
        <span className="num">3</span> {t('pos.step3')}
      </h3>
      <Form className="d-form" onSubmit={() => onRecord(state, on)}>
        <label className="d-label">
          {t('pos.state')}
          <select className="d-select" value={state} onChange={({ target }) => setState(target.value as PosState)}>
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`pos.state${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="d-label">
          {t('pos.enteredOn')}
          <input
            className="call-at"
            type="date"
            max={today}
            required
            value={on}
            onChange={({ target }) => setOn(target.value)}
          />
        </label>
        <button type="submit" className="d-button is-main">
          {t('pos.record')}
        </button>
      </Form>
    </section>
  );
}
