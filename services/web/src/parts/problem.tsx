import { t } from '../words/words.js';

/** At the button that failed: what went wrong and what to do. */
export function Problem(props: {
  readonly problem: { readonly code: string; readonly message: string } | undefined;
  readonly onAgain?: () => void;
}) {
  if (!props.problem) return null;
  return (
    <p className="d-warn" role="alert">
      {props.problem.message || t('parts.noConnection')}{' '}
      {props.onAgain && (
        <button type="button" className="d-link" onClick={props.onAgain}>
          {t('parts.again')}
        </button>
      )}
    </p>
  );
}
