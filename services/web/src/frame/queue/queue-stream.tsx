import type { CombinedError } from '@urql/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Failure } from '../failure.js';
import { useKeys } from '../../parts/keys.js';
import { rememberQueue } from '../list-memory.js';
import { t } from '../../words/words.js';
import { Button } from '../../parts/button.js';
import { NextList } from '../next-list.js';
import { NotLoaded } from './not-loaded.js';
import type { Queue } from './use-queue.js';

interface StreamProps<Row> {
  readonly queue: Queue<Row>;
  /** Of the list, for a screen reader. */
  readonly label: string;
  readonly title: string;
  /** Beside the title: how many, in which order; or that it is loading. */
  readonly count: string;
  /** One sentence and the next step, at the place of the first row. */
  readonly empty: ReactNode;
  readonly isLoaded: boolean;
  /** The list could not be loaded. */
  readonly error?: CombinedError | Failure | undefined;
  readonly onAgain: () => void;
  /** Shows new rows; `KeyN` unless an act of the screen has that key. */
  readonly newsKeys?: string;
  /** Said of the new rows; that there are so many, unless the screen knows more of them. */
  readonly newsWords?: string;
  /** Given the button of the new rows, it has a place for it; else that is beside the title. */
  readonly head?: ReactNode | ((news: ReactNode) => ReactNode);
  /** Below the last row: the way to more of them. */
  readonly more?: ReactNode;
  readonly foot?: ReactNode;
  /** For acts on many; it has its place from the start, so that it pushes no rows. */
  readonly bar?: ReactNode;
  readonly children: (row: Row) => ReactNode;
}

/** The live list at the left of a queue: its rows keep their places, new ones wait to be shown. */
export function QueueStream<Row extends { readonly id: string }>(props: StreamProps<Row>) {
  const { queue, children, title, head } = props;
  const failed = failureIn(props);
  const news = queue.news > 0 && (
    <Button keys={props.newsKeys ?? 'KeyN'} look="plain" className="is-end" onPress={queue.show}>
      {props.newsWords ?? t('queue.news', { count: queue.news })}
    </Button>
  );
  useRemembered(queue, title);
  useKeys([
    { keys: 'KeyJ', title: t('queue.next'), run: () => queue.move(1) },
    { keys: 'KeyK', title: t('queue.previous'), run: () => queue.move(-1) },
  ]);
  return (
    <section className="stream" aria-label={props.label}>
      <title>{t('queue.pageTitle', { title: props.title })}</title>
      <div className="wl-head">
        <div className="d-bar">
          <h1>
            {props.title}
            <small role="status">{failed ? '' : props.count}</small>
          </h1>
          {typeof head !== 'function' && news}
        </div>
        {typeof head === 'function' ? head(news) : head}
      </div>
      <div className="stream-rows">
        {failed && <NotLoaded error={failed} onAgain={props.onAgain} />}
        {props.isLoaded && queue.rows.length === 0 ? (
          <p className="stream-empty">
            {props.empty} <NextList />
          </p>
        ) : (
          <ol>{queue.rows.map((row) => children(row))}</ol>
        )}
        {props.more}
        {props.foot}
      </div>
      {props.bar}
    </section>
  );
}

/** What failed is not still loading. */
function failureIn({ isLoaded, error }: Pick<StreamProps<never>, 'isLoaded' | 'error'>) {
  return isLoaded ? undefined : error;
}

/** Back from a card, or from another list, the queue goes on where it was. */
function useRemembered<Row extends { readonly id: string }>({ rows, current }: Queue<Row>, title: string): void {
  const ids = rows.map(({ id }) => id).join(' ');
  const opened = current?.id;
  useEffect(() => {
    // Before the list has come there is nothing to remember, and what was remembered is needed.
    if (opened !== undefined) rememberQueue(location.pathname, title, ids.split(' '), opened);
  }, [title, ids, opened]);
}

interface RowProps<Row> {
  readonly queue: Queue<Row>;
  readonly row: Row;
  readonly className?: string;
  /** Before the name: a chip, a checkbox. */
  readonly lead?: ReactNode;
  /** What the button that opens the row is called. */
  readonly name: string;
  readonly beside?: ReactNode;
  readonly when: ReactNode;
  readonly children: ReactNode;
}

/** One row: a button with its name opens it, and the whole row is that button's target. */
export function QueueRow<Row extends { readonly id: string }>(props: RowProps<Row>) {
  const { queue, row } = props;
  const isOpen = queue.current?.id === row.id;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const looks = `${isOpen ? 'is-cursor' : ''} ${queue.picked.has(row.id) || isOpen ? 'is-picked' : ''}`;
  return (
    <li ref={item} className={`msg ${props.className ?? ''} ${looks}`}>
      {props.lead}
      <span>
        <button
          type="button"
          className="msg-open"
          aria-current={isOpen ? 'true' : undefined}
          onClick={() => queue.open(row.id)}
        >
          <b>{props.name}</b>
        </button>{' '}
        {props.beside}
      </span>
      {props.when}
      {props.children}
    </li>
  );
}
