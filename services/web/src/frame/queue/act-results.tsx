import type { Acts } from '../acts.js';
import { useDistrict } from '../district.js';
import { isFinished, type Act } from '../outbox.js';
import { t } from '../../words/words.js';
import { timeOfDay } from '../../parts/dates.js';
import { lastRefused, partlyRefused, wordsOf, type PartlyRefused } from './acted-rows.js';

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
    <>
      <Failed acts={acts} onOpen={onOpen} />
      <div className="result">
        <div className="d-bar">
          <h2>{title}</h2>
          <span className="muted is-end">{t('queue.doneOf', { done, all: all.length })}</span>
        </div>
        <div role="status">
          <ul>{all.toReversed().map((act) => act.state.is !== 'FAILED' && <Result key={act.key} act={act} />)}</ul>
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
    </>
  );
}

/** What was refused, over the end of the list: under a long list it would be overlooked, and taken for done. */
function Failed({ acts, onOpen }: Omit<ResultsProps, 'title'>) {
  const failed = lastRefused(acts.all);
  const partly = partlyRefused(acts.all);
  if (failed.length + partly.length === 0) return null;
  return (
    <ul className="result-failed" role="alert">
      {failed.map((act) => (
        <li key={act.key}>
          <b className="num">{act.label}</b> <b className="attn">{t('queue.failed')}</b>{' '}
          {(act.state.is === 'FAILED' && act.state.message) || t('queue.failedUnknown')}{' '}
          {wordsOf(act) && <q>{wordsOf(act)}</q>}{' '}
          <Again onOpen={() => onOpen(act.item)} onHide={() => acts.forget(act.key)} />
        </li>
      ))}
      {partly.map((one) => (
        <Partly key={one.act.key} one={one} onOpen={onOpen} onHide={() => acts.forget(one.act.key)} />
      ))}
    </ul>
  );
}

/** Of an act on many, those that were refused are in the list again: the first of them opens. */
function Partly(props: {
  readonly one: PartlyRefused;
  readonly onOpen: (item: string) => void;
  readonly onHide: () => void;
}) {
  const { act, ids, of, message } = props.one;
  return (
    <li>
      <b className="num">{act.label}</b> {act.done},{' '}
      <b className="attn">{t('queue.refusedOfMany', { count: ids.length, all: of })}.</b>{' '}
      {message ?? t('queue.failedUnknown')}{' '}
      <Again onOpen={() => props.onOpen(ids[0] ?? act.item)} onHide={props.onHide} />
    </li>
  );
}

function Again({ onOpen, onHide }: { readonly onOpen: () => void; readonly onHide: () => void }) {
  return (
    <>
      <button type="button" className="d-link" onClick={onOpen}>
        {t('queue.openAgain')}
      </button>{' '}
      <button type="button" className="d-link" onClick={onHide}>
        {t('queue.hide')}
      </button>
    </>
  );
}

function Result({ act }: { readonly act: Act }) {
  const { state } = act;
  const { zone } = useDistrict();
  return (
    <li>
      <span className="num">{act.label}</span>
      {state.is === 'DONE' ? (
        <span>
          {act.done} {refusedOfMany(state.data)} <span className="nowrap">{numberGiven(state.data)}</span>
        </span>
      ) : (
        <span className="attn">{t('queue.willBeSent')}</span>
      )}
      {state.is === 'DONE' && <time>{timeOfDay(state.at, zone)}</time>}
    </li>
  );
}

/** Of an act on many: how many were refused. */
function refusedOfMany(data: object): string {
  const results = Array.isArray(data)
    ? (data as readonly { readonly result?: { readonly __typename?: string } }[])
    : [];
  const refused = results.filter(({ result }) => result?.__typename === 'Refusal').length;
  return refused === 0 ? '' : t('queue.refusedOfMany', { count: refused, all: results.length });
}

/** The registration number, where the act gave one. */
function numberGiven(data: object): string {
  const { number } = data as { readonly number?: unknown };
  return typeof number === 'string' ? `№ ${number}` : '';
}
