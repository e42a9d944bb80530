import { Fragment, type ReactNode } from 'react';
import type { PrintedLetterFragment } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { fullDate } from './dates.js';
import { Emblem } from './emblem.js';

/** The letter as the letter. */
export function Letter({ letter, label }: { readonly letter: PrintedLetterFragment; readonly label: string }) {
  return (
    <article className="letter" aria-label={label}>
      <div className="letter-head">
        <Emblem />
        <p>
          <b>{letter.sender}</b>
          {[letter.department, letter.address].filter(Boolean).join(' · ')}
        </p>
      </div>
      <p className="letter-no muted">
        <span>{numbered(letter)}</span>
        <span>{letter.reference}</span>
      </p>
      <p>{letter.greeting}</p>
      {letter.paragraphs.map((paragraph, at) => (
        <p key={at}>{withHoles(paragraph)}</p>
      ))}
      {letter.attachments && <p>{letter.attachments}</p>}
      <p className="letter-sign muted">{[letter.signature, letter.executor].filter(Boolean).join(' · ')}</p>
    </article>
  );
}

/** A draft shows where they will stand. */
function numbered({ number, date }: PrintedLetterFragment): string {
  if (!number || !date) return t('parts.letterDraft');
  return t('parts.letterNumber', { date: fullDate(date), number });
}

/** Fields that are not filled in, `{{…}}`, marked as the holes that they are. */
export function withHoles(text: string): ReactNode {
  return text.split(/\{\{([^{}]*)\}\}/u).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="hole">
        [{part.trim()}]
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
