import type { Acts } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { isFinished, type Act } from '../../frame/outbox.js';
import { t } from '../../words/words.js';
import { timeOfDay } from '../dates.js';

interface ResultsProps {
  readonly title: string;
  readonly acts: Acts;
  /** Leads to the row of an act that failed. */
  readonly onOpen: (item: string) => void;
}

/** Beside the queue, one line for each act: what came of it, or that it waits for the connection. */
export function ActResults({ title, acts, onOpen }: ResultsProps) {
  const { all } = acts;
  if (all.length === 0) return null;
  const done = all.filter(({ state }) => state.is === 'DONE').length;
  const waiting = all.filter((act) => !isFinished(act));
  return (
    <div className="result">
      <div className="d-bar">
        <h2>{title}</h2>
        <span className="muted is-end">{t('queue.doneOf', { done, all: all.length })}</span>
      </div>
      <div role="status">
        <ul>
          {all.toReversed().map((act) => (
            <Result key={act.key} act={act} onOpen={onOpen} onForget={() => acts.forget(act.key)} />
          ))}
        </ul>
      </div>
      {waiting.some(({ state }) => state.is === 'WAITING' && state.offline) && (
        <p className="result-wait">
          {t('queue.waiting', { count: waiting.length })}{' '}
          <button type="button" className="d-link" onClick={() => waiting.forEach(({ key }) => acts.cancel(key))}>
            {t('queue.cancelWaiting')}
          </button>
        </p>
      )}
    </div>
  );
}

function Result(props: { readonly act: Act; readonly onOpen: (item: string) => void; readonly onForget: () => void }) {
  const { act, onOpen, onForget } = props;
  const { state } = act;
  const { zone } = useDistrict();
  if (state.is === 'FAILED') {
    return (
      <li>
        <span className="num">{act.label}</span>
        <span>
          <b className="attn">{t('queue.failed')}</b> {state.message || t('queue.failedUnknown')}{' '}
          <button
            type="button"
            className="d-link"
            onClick={() => {
              onForget();
              onOpen(act.item);
            }}
          >
            {t('queue.openAgain')}
          </button>
        </span>
        <time>{timeOfDay(state.at, zone)}</time>
      </li>
    );
  }
  return (
    <li>
      <span className="num">{act.label}</span>
      {state.is === 'DONE' ? (
        <span>
          {act.done} <span className="nowrap">{numberGiven(state.data)}</span>
        </span>
      ) : (
        <span className="attn">{t('queue.willBeSent')}</span>
      )}
      {state.is === 'DONE' && <time>{timeOfDay(state.at, zone)}</time>}
    </li>
  );
}

/** The registration number, where the act gave one. */
function numberGiven(data: object): string {
  const { number } = data as { readonly number?: unknown };
  return typeof number === 'string' ? `№ ${number}` : '';
}
