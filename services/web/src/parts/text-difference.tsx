import { t } from '../words/words.js';
import type { ComparedParagraph, Run } from './text-diff.js';

/** Removed is struck through in grey, new is bold and underlined; a screen reader hears the words for both. */
export function TextDifference({ paragraphs }: { readonly paragraphs: readonly ComparedParagraph[] }) {
  return paragraphs.map(({ runs }, index) => (
    <p className="read" key={index}>
      {runs.map((run, at) => (
        <Marked key={at} run={run} />
      ))}
    </p>
  ));
}

function Marked({ run: { kind, text } }: { readonly run: Run }) {
  if (kind === 'SAME') return `${text} `;
  const Mark = kind === 'REMOVED' ? 'del' : 'ins';
  return (
    <>
      <Mark>
        <span className="unseen">{t(kind === 'REMOVED' ? 'queue.removed' : 'queue.added')} </span>
        {text}
      </Mark>{' '}
    </>
  );
}
