import type { Failure } from '../../frame/failure.js';
import { t } from '../../words/words.js';
import { CardTop } from './card-top.js';

/** While the card is loaded, and where there is none. */
export function AbsentCard(props: {
  /** The question and the appeal of the address. */
  readonly here: readonly (string | undefined)[];
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  readonly onAgain: () => void;
}) {
  const { here, loading, failure, onAgain } = props;
  return (
    <>
      <CardTop here={here} card={undefined} question={undefined} onChanged={() => undefined} />
      <main className="frame-wait">
        {failure && !loading ? (
          <>
            <p role="alert">{failure.message || t('frame.noConnection')}</p>
            <button type="button" className="d-button" onClick={onAgain}>
              {t('frame.again')}
            </button>
          </>
        ) : (
          <p role="status">{loading ? t('frame.loading') : t('card.missing')}</p>
        )}
      </main>
    </>
  );
}
