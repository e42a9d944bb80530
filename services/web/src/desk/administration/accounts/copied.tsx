import { useState } from 'react';
import { t } from '../../../words/words.js';

/** A value that is copied elsewhere. */
export function Copied({ title, value }: { readonly title: string; readonly value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <>
      <span className="code">{value}</span>
      <button type="button" className="d-link" onClick={() => void copy()}>
        {t('accounts.copy')}
        <span className="unseen"> {title}</span>
      </button>
      <span className="unseen" role="status">
        {copied ? t('accounts.copied') : ''}
      </span>
    </>
  );
}
