import { t } from '../words/words.js';
import type { AttachedFile } from './files.js';

/** What came by e-mail, whole: with what was cut for the reader, and what was not taken. A mail program opens it. */
export function Letters({ letters }: { readonly letters: readonly AttachedFile[] }) {
  if (letters.length === 0) return null;
  return (
    <p className="muted">
      {letters.map(({ id, url }, at) => (
        <span key={id}>
          {at > 0 && ' · '}
          <a href={url} target="_blank" rel="noopener">
            {letters.length === 1 ? t('parts.wholeLetter') : t('parts.wholeLetterOf', { at: at + 1 })}
          </a>
        </span>
      ))}
    </p>
  );
}
