import { useSyncExternalStore } from 'react';

/** As in the styles: a phone, or a larger screen with larger letters. */
const NARROW_REM = 48;

/** Measured when it may have changed: asked of the page with each key, it would lay out the page in between. */
let known: boolean | undefined;

/** One column, no rail. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => (known ??= measured()));
}

function measured(): boolean {
  const { documentElement } = document;
  return documentElement.clientWidth <= NARROW_REM * Number.parseFloat(getComputedStyle(documentElement).fontSize);
}

function subscribe(changed: () => void): () => void {
  const measure = (): void => {
    known = measured();
    changed();
  };
  const observer = new MutationObserver(measure);
  observer.observe(document.documentElement, { attributeFilter: ['data-size'] });
  addEventListener('resize', measure);
  return () => {
    observer.disconnect();
    removeEventListener('resize', measure);
    known = undefined;
  };
}
