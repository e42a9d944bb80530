import { useState, type ReactNode } from 'react';
import { t } from '../../words/words.js';
import './queue.css';

/** List at the left, act at the right; on a narrow screen one of the two, with a way back to the list. */
export function QueueScreen(props: {
  readonly isOpen: boolean;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const [shows, setShows] = useState<'list' | 'item'>('list');
  const onClick = ({ target }: React.MouseEvent): void => {
    if ((target as HTMLElement).closest('.msg-open')) setShows('item');
  };
  /** Out of a field, so that the keys of the screen work again; whatever else Escape does, it does with the next press. */
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const field = event.target as HTMLElement;
    if (event.key !== 'Escape' || event.defaultPrevented || !field.matches('input, textarea, select')) return;
    event.preventDefault();
    field.blur();
  };
  return (
    <main
      className={`mod ${props.className} ${props.isOpen ? `shows-${shows}` : 'shows-list'}`}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <button type="button" className="mod-back d-link" onClick={() => setShows('list')}>
        {t('queue.toList')}
      </button>
      {props.children}
    </main>
  );
}
