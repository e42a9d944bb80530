import type { Action, NoticeWay, SendBackReason } from '../../generated/graphql.js';
import type { Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { Button } from '../../parts/button.js';
import { dayIn, endOfTerm, fullDate, momentIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { STEPS, type ApprovalRow, type Step } from './approval.js';
import { sendBackResponse } from '../../acts/answer.js';
import { ActButton } from '../../acts/act-button.js';
import { usePut } from '../../acts/use-put.js';
import type { ApprovalCard, ReadResponse } from './use-read-draft.js';
import { SendBack } from './send-back.js';

interface DecisionProps {
  readonly step: Step;
  readonly row: ApprovalRow;
  readonly card: ApprovalCard | undefined;
  /** As it is shown; undefined until it was loaded: nothing is decided unread. */
  readonly response: ReadResponse | undefined;
  readonly way: NoticeWay | undefined;
  /** The letter is shown as it will be sent. */
  readonly isShown: boolean;
  readonly queue: Queue<ApprovalRow>;
  readonly commands: Commands;
  readonly onPass: () => void;
}

export function Decision({ step, row, card, response, way, isShown, queue, commands, onPass }: DecisionProps) {
  const put = usePut(commands);
  const may = ({ allowed }: { readonly allowed: Action }): boolean =>
    !queue.isGone && response?.row.allowedActions.includes(allowed) === true;
  const sendBack = (code: SendBackReason, reason: string): void => {
    if (!response) return;
    put(sendBackResponse, { id: row.id, version: response.row.version }, shortNumber(row.question.appeal), {
      code,
      reason,
    });
    queue.pass(row.id);
  };
  return (
    <aside className="decide" aria-label={t('approval.decision')}>
      <Term row={row} />
      <ul>
        {response && !queue.isGone && (
          <Pass step={step} row={row} isShown={isShown} onPass={onPass} may={may(STEPS[step])} />
        )}
        <li>
          <Button onPress={() => queue.move(1)}>{t('queue.nextItem')}</Button>
        </li>
      </ul>
      <Makers card={card} response={response} way={way} />
      {may(sendBackResponse) && (
        <div>
          <SendBack executor={response?.draftedBy?.name} onSend={sendBack} />
        </div>
      )}
    </aside>
  );
}

/** Nothing is approved or signed before the letter was on the screen. */
function Pass(props: {
  readonly step: Step;
  readonly row: ApprovalRow;
  readonly may: boolean;
  readonly isShown: boolean;
  readonly onPass: () => void;
}) {
  const { step, row, may, isShown, onPass } = props;
  if (!may) return <li>{t(`approval.mayNot${step}`)}</li>;
  return (
    <li>
      <ActButton act={STEPS[step]} disabled={!isShown} onPress={onPass}>
        {STEPS[step].words(row)}
      </ActButton>
      {!isShown && <p className="muted small">{t('approval.notShown')}</p>}
    </li>
  );
}

function Term({ row }: { readonly row: ApprovalRow }) {
  const { zone } = useDistrict();
  const { deadline, dueOn, dueAt } = row.question;
  if (!dueOn) return null;
  return (
    <div>
      <p className="d-label">{t('approval.term')}</p>
      <h2>
        <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />
      </h2>
      {deadline && (
        <p className="muted">
          {t('approval.lastDay', { date: endOfTerm({ dueOn, dueAt }, zone), source: deadline.source })}
        </p>
      )}
    </div>
  );
}

function Makers({ card, response, way }: Pick<DecisionProps, 'card' | 'response' | 'way'>) {
  const { zone } = useDistrict();
  const moment = (type: string): string => {
    const fact = card?.history.findLast((one) => one.type === type);
    return fact ? `, ${momentIn(zone, fact.at)}` : '';
  };
  if (!response) return null;
  const { approvedBy, draftedBy, promisedUntil, row } = response;
  return (
    <dl className="pair">
      <dt>{t('approval.drafted')}</dt>
      <dd>
        {draftedBy?.name ?? t('approval.nobody')}
        {moment('RESPONSE_DRAFTED')}
      </dd>
      {approvedBy && (
        <>
          <dt>{t('approval.approved')}</dt>
          <dd>
            {approvedBy.name}
            {moment('RESPONSE_APPROVED')}
          </dd>
        </>
      )}
      {row.outcome && (
        <>
          <dt>{t('approval.outcome')}</dt>
          <dd>{t(`queue.outcome${row.outcome}`)}</dd>
        </>
      )}
      {promisedUntil && (
        <>
          <dt>{t('approval.promised')}</dt>
          <dd>
            <b className="num">{fullDate(promisedUntil)}</b>
          </dd>
        </>
      )}
      {way && (
        <>
          <dt>{t('approval.goes')}</dt>
          <dd>{t(`approval.way${way}`)}</dd>
        </>
      )}
    </dl>
  );
}
