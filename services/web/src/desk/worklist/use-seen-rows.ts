import { useEffect, useRef, useState, type RefObject } from 'react';
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
  /** What the scroller said last, in pixels: asked again after a row was drawn, it would lay out the page in between. */
  readonly sight: RefObject<Sight>;
}

export interface Sight {
  /** Scrolled so far. */
  top: number;
  height: number;
  /** Of the columns' names, which lie over the first rows. */
  head: number;
}

/** Which rows of a scrolled list are drawn. All have one height, so ten thousand cost as much as ten. */
export function useSeenRows(scroller: RefObject<HTMLElement | null>, count: number, narrow: boolean): SeenRows {
  const [drawn, draw] = useState(() => ({ height: rowHeight(narrow), from: 0, to: 40 }));
  const sight = useRef<Sight>({ top: 0, height: 0, head: 0 });
  useEffect(() => {
    const element = scroller.current!;
    let height = rowHeight(narrow);
    const look = (): void => {
      const { current } = sight;
      current.top = element.scrollTop;
      const first = Math.floor(current.top / height);
      const from = Math.max(0, first - AROUND);
      const to = first + Math.ceil(current.height / height) + AROUND;
      draw((before) => {
        const isSame = before.from === from && before.to === to && before.height === height;
        return isSame ? before : { height, from, to };
      });
    };
    const measure = (): void => {
      height = rowHeight(narrow);
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
    const drawAll = (): void => flushSync(() => draw({ height, from: 0, to: Number.MAX_SAFE_INTEGER }));
    addEventListener('beforeprint', drawAll);
    addEventListener('afterprint', look);
    return () => {
      resized.disconnect();
      restyled.disconnect();
      element.removeEventListener('scroll', look);
      removeEventListener('beforeprint', drawAll);
      removeEventListener('afterprint', look);
    };
  }, [scroller, narrow]);
  return { ...drawn, to: Math.min(drawn.to, count), sight };
}

function rowHeight(narrow: boolean): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  const density = document.documentElement.dataset['density'] === 'roomy' ? 'roomy' : 'dense';
  return Number.parseFloat(fontSize) * ROW_REM[narrow ? 'phone' : density];
}
