import { useEffect, useState } from 'react';
import type { Inverse } from './act.js';
import { UNDO_MS } from './undo-time.js';

/** An act that was done, and by what it is taken back. */
export interface Undoable {
  readonly id: string;
  /** After it. */
  readonly version: number;
  /** The words of its button. */
  readonly done: string;
  readonly inverse: Inverse;
}

/** The last act, for ten seconds after it was done: it is recorded at once, and so is what takes it back. */
export function useUndo() {
  const [last, setLast] = useState<Undoable>();
  useEffect(() => {
    if (!last) return undefined;
    const timer = setTimeout(() => setLast(undefined), UNDO_MS);
    return () => clearTimeout(timer);
  }, [last]);
  const offer = (inverse: Inverse | undefined, { id, version, done }: Omit<Undoable, 'inverse'>): void =>
    setLast(inverse && { id, version, done, inverse });
  return { last, offer, forget: () => setLast(undefined) };
}
