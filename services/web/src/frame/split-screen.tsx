import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../words/words.js';

type Part = 'list' | 'item';

/** A list, and what is chosen in it beside it; on a phone one of the two, with a way back to the list. */
export function SplitScreen(props: {
  readonly className: string;
  /** The form of a new one is open. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}) {
  const { className, isNew = false, children } = props;
  const [shows, setShows] = useState<Part>('list');
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isNew) setShows('item');
  }, [isNew]);
  useEffect(() => {
    // On a larger screen it is not drawn, and takes no focus.
    if (shows === 'item') back.current?.focus();
  }, [shows]);
  const onClick = ({ target }: React.MouseEvent): void => {
    const pressed = target as HTMLElement;
    if (pressed.closest('tbody tr') && !pressed.closest('aside')) setShows('item');
  };
  return (
    <main className={`${className} split-${shows}`} id="main" onClick={onClick}>
      <button ref={back} type="button" className="split-back d-link" onClick={() => setShows('list')}>
        {t('queue.toList')}
      </button>
      {children}
    </main>
  );
}
