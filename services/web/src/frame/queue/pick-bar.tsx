import { useKeys } from '../../parts/keys.js';
import { t } from '../../words/words.js';
import { Button } from '../../parts/button.js';
import { Kbd } from '../../parts/kbd.js';
import type { VersionedRow } from './acted-rows.js';
import type { Queue } from './use-queue.js';

/** The act on the picked rows. It has its place from the start, so that it pushes no rows. */
export function PickBar<Row extends VersionedRow>(props: {
  readonly queue: Queue<Row>;
  /** With the count: «Подписать 3». */
  readonly word: string;
  readonly onPress: () => void;
}) {
  const { queue, word, onPress } = props;
  const { current, pick, picked } = queue;
  useKeys([{ keys: 'KeyX', title: t('queue.pickCurrent'), run: () => current && pick(current) }]);
  if (picked.size === 0) {
    return (
      <p className="wl-bulk muted">
        {t('queue.pickFirst')} <Kbd keys="KeyX" />
      </p>
    );
  }
  return (
    <div className="wl-bulk d-bar">
      <Button keys="Control+Enter" onPress={onPress}>
        {word}
      </Button>
      <Button keys="Escape" look="plain" className="is-end" onPress={queue.unpick}>
        {t('queue.unpick')}
      </Button>
    </div>
  );
}

/** Picks the row; `number`: what it is called. */
export function PickBox<Row extends VersionedRow>(props: {
  readonly queue: Queue<Row>;
  readonly row: Row;
  readonly number: string;
}) {
  const { queue, row, number } = props;
  return (
    <input
      type="checkbox"
      aria-label={t('queue.pick', { number })}
      checked={queue.picked.has(row.id)}
      onChange={() => queue.pick(row)}
    />
  );
}
