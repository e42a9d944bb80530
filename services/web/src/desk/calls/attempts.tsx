import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { Button } from '../../parts/button.js';
import { instantOf, localMoment, momentIn } from '../../parts/dates.js';
import { Form } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { CallRow } from './calls.js';

export type AttemptResult = 'NO_ANSWER' | 'CALL_LATER' | 'WRONG_NUMBER' | 'GIVEN_UP';

/** An unanswered call; each is a fact of the notice. */
export function NotReached({
  mayGiveUp,
  onAttempt,
}: {
  readonly mayGiveUp: boolean;
  readonly onAttempt: (result: AttemptResult, callAt?: string) => void;
}) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div>
      <p className="d-label">{t('calls.notReached')}</p>
      <ul className="side-acts">
        <li>
          <Button keys="KeyN" onPress={() => onAttempt('NO_ANSWER')}>
            {t('calls.noAnswer')}
          </Button>
        </li>
        <li>
          {isAsking ? (
            <CallAgain onSet={(callAt) => onAttempt('CALL_LATER', callAt)} />
          ) : (
            <Button keys="KeyP" onPress={() => setAsking(true)}>
              {t('calls.callLater')}
            </Button>
          )}
        </li>
        <li>
          <Button keys="KeyW" onPress={() => onAttempt('WRONG_NUMBER')}>
            {t('calls.wrongNumber')}
          </Button>
        </li>
        {mayGiveUp && (
          <li>
            <Button onPress={() => onAttempt('GIVEN_UP')}>{t('calls.giveUp')}</Button>
          </li>
        )}
      </ul>
      <p className="muted small">{t('calls.wrongNumberHint')}</p>
    </div>
  );
}

function CallAgain({ onSet }: { readonly onSet: (callAt: string) => void }) {
  const { zone } = useDistrict();
  const [at, setAt] = useState('');
  return (
    <Form className="" onSubmit={() => onSet(instantOf(zone, at))}>
      <label className="d-label">
        {t('calls.callAt')}
        <input
          className="call-at"
          type="datetime-local"
          min={localMoment(zone, Date.now())}
          required
          autoFocus
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
      </label>
      <button type="submit" className="d-button">
        {t('calls.setCall')}
      </button>
    </Form>
  );
}

export function Attempts({ attempts }: Pick<CallRow, 'attempts'>) {
  const { zone } = useDistrict();
  if (attempts.length === 0) return null;
  return (
    <div>
      <p className="d-label">{t('calls.attempts')}</p>
      <ol className="facts">
        {attempts.map(({ at, callAt, result }) => (
          <li key={at}>
            <time dateTime={at}>{momentIn(zone, at)}</time>
            <span>
              {t(`calls.result${result}`)}
              {callAt && `: ${momentIn(zone, callAt)}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
