import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Rows drawn above and below those in sight. */
const AROUND = 8;
const ROW_REM = { dense: 2, roomy: 2.5, phone: 5.75 } as const;

export interface SeenRows {
  /** Of all rows alike, pixels. */
  readonly height: number;
  /** Places of the first row that is drawn, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Scrolls to the row at this place, as little as needed; the rows that come into sight are drawn in the same frame. */
  readonly bring: (place: number) => void;
}

/** What the scroller said last, in pixels: asked again after a row was drawn, it would lay out the page in between. */
interface Sight {
  row: number;
  /** Scrolled so far. */
  top: number;
  height: number;
  /** Of the columns' names, which lie over the first rows. */
  head: number;
}

/** Which rows of a scrolled list are drawn. All have one height, so ten thousand cost as much as ten. */
export function useSeenRows(scroller: RefObject<HTMLElement | null>, count: number, narrow: boolean): SeenRows {
  const [drawn, draw] = useState(() => ({ height: rowHeight(narrow), from: 0, to: 40 }));
  const sight = useRef<Sight>({ row: drawn.height, top: 0, height: 0, head: 0 });
  const show = useCallback((top: number): void => {
    const { current } = sight;
    current.top = top;
    const first = Math.floor(top / current.row);
    const from = Math.max(0, first - AROUND);
    const to = first + Math.ceil(current.height / current.row) + AROUND;
    draw((before) => {
      const isSame = before.from === from && before.to === to && before.height === current.row;
      return isSame ? before : { height: current.row, from, to };
    });
  }, []);
  const bring = useCallback(
    (place: number): void => {
      const top = scrolledTo(sight.current, place);
      if (top === sight.current.top) return;
      show(top);
      requestAnimationFrame(() => {
        if (scroller.current) scroller.current.scrollTop = top;
      });
    },
    [scroller, show],
  );
  useEffect(() => {
    const element = scroller.current!;
    const look = (): void => show(element.scrollTop);
    const measure = (): void => {
      sight.current.row = rowHeight(narrow);
      sight.current.height = element.clientHeight;
      sight.current.head = element.querySelector('thead')?.clientHeight ?? 0;
      look();
    };
    const resized = new ResizeObserver(measure);
    // Size of letters and density of rows are attributes of <html>.
    const restyled = new MutationObserver(measure);
    resized.observe(element);
    restyled.observe(document.documentElement, { attributeFilter: ['data-size', 'data-density'] });
    element.addEventListener('scroll', look, { passive: true });
    // Paper has no scroller: all rows that are there are drawn before it is laid out.
    const drawAll = (): void =>
      flushSync(() => draw(({ height }) => ({ height, from: 0, to: Number.MAX_SAFE_INTEGER })));
    addEventListener('beforeprint', drawAll);
    addEventListener('afterprint', look);
    return () => {
      resized.disconnect();
      restyled.disconnect();
      element.removeEventListener('scroll', look);
      removeEventListener('beforeprint', drawAll);
      removeEventListener('afterprint', look);
    };
  }, [scroller, narrow, show]);
  return { ...drawn, to: Math.min(drawn.to, count), bring };
}

/** As little as needed for the row to be seen; the head lies over the first rows. */
function scrolledTo({ row, top, height, head }: Sight, place: number): number {
  return Math.max(Math.min(top, place * row), (place + 1) * row + head - height);
}

function rowHeight(narrow: boolean): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  const density = document.documentElement.dataset['density'] === 'roomy' ? 'roomy' : 'dense';
  return Number.parseFloat(fontSize) * ROW_REM[narrow ? 'phone' : density];
}
