import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import type { LiveList } from '../../frame/live-list.js';
import type { ListItem } from './list-item.js';
import type { useRowActs } from './row-acts.js';
import type { Selection } from './selection.js';
import type { WorklistActs } from './worklist-acts.js';

/** The bar under the list; it has its place from the start, so it never pushes rows. */
export function BulkBar(props: {
  readonly selection: Selection;
  readonly acts: WorklistActs;
  readonly rowActs: ReturnType<typeof useRowActs>;
  readonly list: LiveList<ListItem>;
  readonly onRenew: () => void;
}) {
  const { selection, acts, rowActs, list, onRenew } = props;
  const waiting = list.waiting.size;
  const count = selection.picked.size;
  return (
    <div className="wl-foot">
      <Results rowActs={rowActs} list={list} />
      <div className="wl-bulk d-bar" role="toolbar" aria-label={t('worklist.bulk')}>
        {count > 0 ? (
          <b>{t('worklist.pickedCount', { count })}</b>
        ) : (
          <span className="muted">{t('worklist.pickHint')}</span>
        )}
        {count > 0 && acts.buttons(true)}
        {count > 0 && !acts.hasAny && <span className="muted">{t('worklist.noBulk')}</span>}
        {count > 0 && (
          <Button look="plain" keys="Escape" onPress={selection.clear}>
            {t('worklist.unpick')}
          </Button>
        )}
        <span className="is-end" role="status">
          {waiting > 0 && (
            <Button look="plain" keys="KeyN" onPress={onRenew}>
              {t('worklist.newCount', { count: waiting })}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}

/** Each item that failed, with its reason; the rest went on. */
function Results({
  rowActs,
  list,
}: {
  readonly rowActs: ReturnType<typeof useRowActs>;
  readonly list: LiveList<ListItem>;
}) {
  const all = [...rowActs.acts];
  const failed = all.filter(([, { state }]) => state === 'failed');
  const waiting = all.filter(([, { state }]) => state === 'waiting').length;
  if (failed.length === 0 && waiting === 0 && rowActs.undoable === 0) return null;
  return (
    <div className="wl-results" role="status">
      {rowActs.undoable > 0 && (
        <p>
          <Button keys="KeyZ" onPress={rowActs.undo}>
            {t('worklist.takeBackMany', { count: rowActs.undoable })}
          </Button>
        </p>
      )}
      {waiting > 0 && (
        <p>
          {t('worklist.waitingCount', { count: waiting })}{' '}
          <button type="button" className="d-link" onClick={rowActs.cancelWaiting}>
            {t('worklist.cancelWaiting')}
          </button>
        </p>
      )}
      {failed.map(([id, { message }]) => (
        <p key={id}>
          <b>{list.row(id)?.shortNumber}</b> {message}
        </p>
      ))}
      {failed.length > 0 && (
        <button type="button" className="d-link" onClick={rowActs.hide}>
          {t('worklist.hideResults')}
        </button>
      )}
    </div>
  );
}
