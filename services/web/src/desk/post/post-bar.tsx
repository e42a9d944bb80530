import { Button } from '../../parts/button.js';
import { useKeys } from '../../parts/keys.js';
import { Problem } from '../../parts/problem.js';
import { useDistrict } from '../../frame/district.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import { groupOf } from './letter-groups.js';
import { MAX_LISTED } from './save-registry.js';
import { sheetPath } from './sheet-path.js';
import { usePrintLetters } from './use-print-letters.js';
import type { usePrinted } from './printed-today.js';
import type { PaperRow } from './post.js';

interface BarProps {
  readonly queue: Queue<PaperRow>;
  readonly picked: readonly PaperRow[];
  readonly printed: ReturnType<typeof usePrinted>;
  /** Printing is the next step. */
  readonly isNext: boolean;
}

/** The day's letters in one press: those that were picked, else all that are to be printed. */
export function PostBar({ queue, picked, printed, isNext }: BarProps) {
  const { code } = useDistrict();
  const { current, pick } = queue;
  useKeys([{ keys: 'KeyX', title: t('queue.pickCurrent'), run: () => current && pick(current) }]);
  const isPicked = picked.length > 0;
  const { toPrint, next, isPrinted, listed } = lettersOf(queue.rows, picked, printed.ids);
  const count = toPrint.length;
  const print = usePrintLetters(toPrint, printed.add);
  return (
    <div className="wl-bulk d-bar" role="toolbar" aria-label={t('post.withPicked')}>
      {isPicked && <b>{t('post.picked', { count: picked.length })}</b>}
      <Button
        keys="Control+KeyP"
        {...(isNext && lookOf(count > 0))}
        disabled={count === 0}
        onPress={() => void print.start()}
      >
        {t(isPicked ? 'post.printPicked' : 'post.printDay', { count })}
      </Button>
      {!isPicked && (
        <Button
          keys="KeyA"
          {...lookOf(count === 0 && next.length > 0)}
          disabled={next.length === 0}
          onPress={() => queue.pickAll(next)}
        >
          {t(isPrinted ? 'post.pickPrinted' : 'post.pickAll', { count: next.length })}
        </Button>
      )}
      <span className="muted" role="status">
        {print.words ?? ''}
      </span>
      <Problem problem={print.problem} onAgain={() => void print.start()} />
      <span className="is-end" />
      {isPicked && (
        <Button keys="Escape" look="plain" onPress={queue.unpick}>
          {t('queue.unpick')}
        </Button>
      )}
      <Button
        keys="KeyL"
        disabled={listed.length === 0}
        onPress={() => void globalThis.open(sheetPath(code, 'registry', listed), '_blank', 'noopener')}
      >
        {t('post.registry', { count: listed.length })}
      </Button>
    </div>
  );
}

/** The one filled button is the next step that there is something for. */
function lookOf(isNext: boolean): { readonly look?: 'main' } {
  return isNext ? { look: 'main' } : {};
}

/** What is printed, and what is handed in next: what was picked, else what was printed, or all that waits. */
function lettersOf(rows: readonly PaperRow[], picked: readonly PaperRow[], printed: ReadonlySet<string>) {
  const waiting = rows.filter(({ state }) => state === 'PENDING');
  const handIn = waiting.filter((row) => groupOf(row, printed) === 'HAND_IN');
  const isPrinted = handIn.length > 0;
  const next = isPrinted ? handIn : waiting;
  const day = waiting.filter((row) => groupOf(row, printed) === 'PRINT');
  const [toPrint, listed] = picked.length > 0 ? [picked, picked] : [day, next];
  return { toPrint, next, isPrinted, listed: listed.slice(0, MAX_LISTED) };
}
