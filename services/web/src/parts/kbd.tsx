import { isLetterKey, keyLabel, useLetterKeys } from './keys.js';

/** The key beside a button's word; not shown where it does nothing. */
export function Kbd({ keys }: { readonly keys: string }) {
  const letters = useLetterKeys();
  if (isLetterKey(keys) && !letters) return null;
  return <kbd aria-hidden="true">{keyLabel(keys)}</kbd>;
}
