import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What can be done on the screen, by its words. */
export interface PaletteLine {
  readonly title: string;
  /** A physical key, as in `KeyBinding`. */
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** False while it is out of sight: in a closed dialog, in what is folded. */
  readonly isShown?: () => boolean;
}

const lines = new Map<symbol, PaletteLine>();
const listeners = new Set<() => void>();
let shown: readonly PaletteLine[] = [];

function changed(): void {
  shown = [...lines.values()];
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Puts a line into the palette while the component is mounted; undefined puts none. */
export function usePaletteLine(line: PaletteLine | undefined): void {
  const latest = useRef(line);
  latest.current = line;
  const title = line?.title;
  const keys = line?.keys;
  useEffect(() => {
    if (title === undefined) return undefined;
    const id = Symbol(title);
    // What is gone meanwhile does nothing.
    const run = (): void => void (lines.has(id) && latest.current?.run());
    lines.set(id, { title, keys, run, isShown: () => latest.current?.isShown?.() ?? true });
    changed();
    return () => {
      lines.delete(id);
      changed();
    };
  }, [title, keys]);
}

/** All lines of what is on the screen. */
export function usePaletteLines(): readonly PaletteLine[] {
  return useSyncExternalStore(subscribe, () => shown);
}

/**
 * Those in sight whose words say which one is meant: of several with the same words the one that has the key, or none, since it
 * could be the wrong one.
 */
export function unmistakable(all: readonly PaletteLine[]): readonly PaletteLine[] {
  const inSight = all.filter(({ isShown }) => isShown?.() ?? true);
  return [...Map.groupBy(inSight, ({ title }) => title).values()].flatMap((alike) => {
    const chosen = alike.length === 1 ? alike : alike.filter(({ keys }) => keys !== undefined);
    return chosen.length === 1 ? chosen : [];
  });
}

/** Those that every word of `typed` begins a word of, in their order. */
export function linesFor(typed: string, all: readonly PaletteLine[]): readonly PaletteLine[] {
  const words = wordsOf(typed);
  return all.filter(({ title }) => {
    const ofTitle = wordsOf(title);
    return words.every((word) => ofTitle.some((one) => one.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
