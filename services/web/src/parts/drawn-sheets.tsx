import { useEffect, useState } from 'react';
import { t, type WordId } from '../words/words.js';
import './drawn-sheets.css';

/** A paper to look at: all its sheets in one picture, one below the other. */
export interface DrawnSheets {
  readonly svg: string;
  readonly sheets: number;
}

/** The sheets as pictures. `words`: what is read aloud of each, with `sheet` and `of`. */
export function SheetPictures({ drawn, words }: { readonly drawn: DrawnSheets; readonly words: WordId }) {
  const url = usePictureUrl(drawn.svg);
  if (url === undefined) return null;
  return Array.from({ length: drawn.sheets }, (_, at) => (
    <div key={at} className="draft-sheet">
      <img
        src={url}
        alt={t(words, { sheet: at + 1, of: drawn.sheets })}
        style={{ marginTop: `${-at * SHEET_HEIGHT}%` }}
      />
    </div>
  ));
}

/** Of A4, in per cent of its width. */
const SHEET_HEIGHT = (297 / 210) * 100;

/** What it draws is in no page: a picture runs no script. */
function usePictureUrl(svg: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}
