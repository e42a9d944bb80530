import { useEffect, useRef } from 'react';
import { t } from '../../../words/words.js';

/** The file itself. A line that is asked for is selected, so that it is seen and read aloud. */
export function FileText(props: {
  readonly text: string;
  /** From 1; a new object asks for the line again. */
  readonly shown: { readonly line: number } | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { text, shown, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const element = field.current;
    if (!shown || !element) return;
    const { line } = shown;
    const lines = latest.current.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    element.focus();
    element.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    element.scrollTop = (element.scrollHeight / lines.length) * Math.max(0, line - 4);
  }, [shown]);
  return (
    <textarea
      ref={field}
      className="file-text"
      aria-label={t('administration.showText')}
      spellCheck={false}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
