import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What can be done on the screen now, by its words. */
export interface PaletteLine {
  readonly title: string;
  /** A physical key, as in `KeyBinding`. */
  readonly keys?: string | undefined;
  readonly run: () => void;
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
    lines.set(id, { title, keys, run: () => latest.current?.run() });
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

/** Those that every word of `typed` begins a word of, in their order; each title once. */
export function linesFor(typed: string, all: readonly PaletteLine[]): readonly PaletteLine[] {
  const words = wordsOf(typed);
  const found = all.filter(({ title }) => {
    const ofTitle = wordsOf(title);
    return words.every((word) => ofTitle.some((one) => one.startsWith(word)));
  });
  return [...new Map(found.map((line) => [line.title, line])).values()];
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
