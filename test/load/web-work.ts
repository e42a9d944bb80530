import type { CDPSession, Page } from 'playwright-core';

/** What the browser did, in counts: they are the same on a fast and on a busy machine. */
export interface Work {
  /** Elements whose style was computed. */
  readonly restyled: number;
  /** Calls of the page's own functions, its libraries among them. */
  readonly calls: number;
  /** Changes of the document: how many, and which parts of the page they met. */
  readonly changes: readonly string[];
}

interface TraceEvent {
  readonly name: string;
  readonly args: { readonly elementCount?: number };
}

/** Keeps of each change of the document the part of the page: the row's number, or the class of what is around it. */
const OBSERVE = `{
  const changes = [];
  const part = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    const row = element?.closest('tbody tr');
    return row ? 'row ' + row.getAttribute('aria-rowindex') : (element?.closest('[class]')?.className ?? 'away');
  };
  const observer = new MutationObserver((records) => changes.push(...records.map(({ target }) => part(target))));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  globalThis.endOfChanges = () => { observer.disconnect(); return changes; };
}`;

/** Two frames: what the act led to is drawn. */
const DRAWN = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 300))))`;

/** Counts what `act` makes the page do. */
export async function workOf(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<Work> {
  let restyled = 0;
  const count = ({ value }: { readonly value: readonly object[] }): void => {
    for (const { name, args } of value as readonly TraceEvent[])
      if (name === 'UpdateLayoutTree') restyled += args.elementCount ?? 0;
  };
  session.on('Tracing.dataCollected', count as never);
  await page.evaluate(DRAWN);
  await page.evaluate(OBSERVE);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  await page.evaluate(DRAWN);
  const { result } = await session.send('Profiler.takePreciseCoverage');
  const traced = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await traced;
  await session.send('Profiler.stopPreciseCoverage');
  session.off('Tracing.dataCollected', count as never);
  const functions = result.filter(({ url }) => url.includes('/assets/')).flatMap((script) => script.functions);
  return {
    restyled,
    calls: functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0),
    changes: await page.evaluate<string[]>('endOfChanges()'),
  };
}
