import { useState } from 'react';
import { isOwnChange } from './own-changes.js';

/** What stood on the screen when its dialog was opened, or its form was begun. */
export interface AsOpened<Value> {
  readonly held: Value;
  /** The dialog is about what is shown now: the official has seen it. */
  readonly renew: () => void;
}

/**
 * While a dialog is open, or something is typed in a form, what it is about stays as the official saw it: a change behind it must not
 * renew the version that the act expects, or the second of two officials overwrites the first without a word. The official's own
 * act a moment before, whose change comes while the dialog is open already, renews it.
 */
export function useAsOpened<Value>(
  live: Value,
  isOpen: boolean,
  /** What of it an act changes, by id and version. */
  versioned: (value: Value) => unknown = itself,
): AsOpened<Value> {
  const [opened, setOpened] = useState<{ readonly value: Value }>();
  const held = isOpen && opened && !isOwnChange(versioned(opened.value), versioned(live)) ? opened : undefined;
  if (isOpen && !held) setOpened({ value: live });
  if (!isOpen && opened) setOpened(undefined);
  return { held: held ? held.value : live, renew: () => setOpened({ value: live }) };
}

function itself(value: unknown): unknown {
  return value;
}
