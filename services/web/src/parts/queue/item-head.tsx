import type { CombinedError } from '@urql/core';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
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
  return (
    <>
      <div className="d-bar">
        <h2>{title}</h2>
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
