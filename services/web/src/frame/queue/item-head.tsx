import type { CombinedError } from '@urql/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useDistrict } from '../district.js';
import { t } from '../../words/words.js';
import { NotLoaded } from './not-loaded.js';

interface HeadProps {
  readonly title: string;
  readonly appeal: string;
  /** Said when a colleague's act took the item out of the list. */
  readonly gone: string | false;
  /** Its card could not be loaded. */
  readonly error?: CombinedError | false | undefined;
  readonly onAgain?: (() => void) | undefined;
}

/** Over the open item: what it is, the way to its card, and what has happened to it meanwhile. */
export function ItemHead({ title, appeal, gone, error, onAgain }: HeadProps) {
  const { code } = useDistrict();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed left with the item before: the focus goes on from the new one, not from the page's top.
    const isLost = document.activeElement === document.body && navigator.userActivation.hasBeenActive;
    if (isLost) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div className="d-bar">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Link className="is-end" href={`/desk/${code}/card/${appeal}`}>
          {t('queue.card')}
        </Link>
      </div>
      {gone !== false && (
        <p className="d-note" role="status">
          {gone}
        </p>
      )}
      {error && <NotLoaded error={error} onAgain={onAgain} />}
    </>
  );
}
