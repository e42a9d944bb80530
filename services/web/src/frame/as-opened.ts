import { useState } from 'react';

/** What stood on the screen when its dialog was opened. */
export interface AsOpened<Value> {
  readonly held: Value;
  /** What stands there now is what the dialog is about: the official has seen it. */
  readonly renew: () => void;
}

/**
 * While a dialog is open, what it is about stays as the official saw it: a change behind it must not renew the version that the act
 * expects, or the second of two officials overwrites the first without a word.
 */
export function useAsOpened<Value>(live: Value, isOpen: boolean): AsOpened<Value> {
  const [opened, setOpened] = useState<{ readonly value: Value }>();
  if (isOpen && !opened) setOpened({ value: live });
  if (!isOpen && opened) setOpened(undefined);
  return { held: isOpen && opened ? opened.value : live, renew: () => setOpened({ value: live }) };
}
