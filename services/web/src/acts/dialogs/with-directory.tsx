import type { ReactNode } from 'react';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { useLoadedDirectory, type Directory } from '../../frame/directory.js';

/** A form of the directory's names: without them it would offer an empty choice. */
export function WithDirectory({ children }: { readonly children: (directory: Directory) => ReactNode }) {
  const { directory, failure, again } = useLoadedDirectory();
  if (directory) return children(directory);
  if (failure) return <Problem problem={failure} onAgain={again} />;
  return <p role="status">{t('frame.loading')}</p>;
}
