import type { Commands } from '../use-outbox.js';
import { useDistrict } from '../district.js';
import { isFinished, type Command } from '../outbox.js';
import { t } from '../../words/words.js';
import { timeOfDay } from '../../parts/dates.js';
import { lastRefused, partlyRefused, wordsOf, type PartlyRefused } from './acted-rows.js';

interface ResultsProps {
  readonly title: string;
  readonly commands: Commands;
  /** Leads to the row of a command that failed. */
  readonly onOpen: (item: string) => void;
}

/** Beside the queue, one line for each command: what came of it, or that it waits for the connection. */
export function ActResults({ title, commands, onOpen }: ResultsProps) {
  const { all } = commands;
  if (all.length === 0) return null;
  const done = all.filter(({ state }) => state.is === 'DONE').length;
  const waiting = all.filter((command) => !isFinished(command));
  return (
    <>
      <Failed commands={commands} onOpen={onOpen} />
      <div className="result">
        <div className="d-bar">
          <h2>{title}</h2>
          <span className="muted is-end">{t('queue.doneOf', { done, all: all.length })}</span>
        </div>
        <div role="status">
          <ul>
            {all
              .toReversed()
              .map((command) => command.state.is !== 'FAILED' && <Result key={command.key} command={command} />)}
          </ul>
        </div>
        {waiting.some(({ state }) => state.is === 'WAITING' && state.offline) && (
          <p className="result-wait">
            {t('queue.waiting', { count: waiting.length })}{' '}
            <button type="button" className="d-link" onClick={() => waiting.forEach(({ key }) => commands.cancel(key))}>
              {t('queue.cancelWaiting')}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** What was refused, over the end of the list: under a long list it would be overlooked, and taken for done. */
function Failed({ commands, onOpen }: Omit<ResultsProps, 'title'>) {
  const failed = lastRefused(commands.all);
  const partly = partlyRefused(commands.all);
  if (failed.length + partly.length === 0) return null;
  return (
    <ul className="result-failed" role="alert">
      {failed.map((command) => (
        <li key={command.key}>
          <b className="num">{command.label}</b> <b className="attn">{t('queue.failed')}</b>{' '}
          {(command.state.is === 'FAILED' && command.state.message) || t('queue.failedUnknown')}{' '}
          {wordsOf(command) && <q>{wordsOf(command)}</q>}{' '}
          <Again onOpen={() => onOpen(command.item)} onHide={() => commands.forget(command.key)} />
        </li>
      ))}
      {partly.map((one) => (
        <Partly key={one.command.key} one={one} onOpen={onOpen} onHide={() => commands.forget(one.command.key)} />
      ))}
    </ul>
  );
}

/** Of a command on many, those that were refused are in the list again: the first of them opens. */
function Partly(props: {
  readonly one: PartlyRefused;
  readonly onOpen: (item: string) => void;
  readonly onHide: () => void;
}) {
  const { command, ids, of, message } = props.one;
  return (
    <li>
      <b className="num">{command.label}</b> {command.done},{' '}
      <b className="attn">{t('queue.refusedOfMany', { count: ids.length, all: of })}.</b>{' '}
      {message ?? t('queue.failedUnknown')}{' '}
      <Again onOpen={() => props.onOpen(ids[0] ?? command.item)} onHide={props.onHide} />
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

function Result({ command }: { readonly command: Command }) {
  const { state } = command;
  const { zone } = useDistrict();
  return (
    <li>
      <span className="num">{command.label}</span>
      {state.is === 'DONE' ? (
        <span>
          {command.done} {refusedOfMany(state.data)} <span className="nowrap">{numberGiven(state.data)}</span>
        </span>
      ) : (
        <span className="attn">{t('queue.willBeSent')}</span>
      )}
      {state.is === 'DONE' && <time>{timeOfDay(state.at, zone)}</time>}
    </li>
  );
}

/** Of a command on many: how many were refused. */
function refusedOfMany(data: object): string {
  const results = Array.isArray(data)
    ? (data as readonly { readonly result?: { readonly __typename?: string } }[])
    : [];
  const refused = results.filter(({ result }) => result?.__typename === 'Refusal').length;
  return refused === 0 ? '' : t('queue.refusedOfMany', { count: refused, all: results.length });
}

/** The registration number, where the command gave one. */
function numberGiven(data: object): string {
  const { number } = data as { readonly number?: unknown };
  return typeof number === 'string' ? `№ ${number}` : '';
}
