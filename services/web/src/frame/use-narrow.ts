import { useSyncExternalStore } from 'react';

/** As in the styles: a phone, or a larger screen with larger letters. */
const NARROW_REM = 48;

/** One column, no rail. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

function isNarrow(): boolean {
  const { documentElement } = document;
  return documentElement.clientWidth <= NARROW_REM * Number.parseFloat(getComputedStyle(documentElement).fontSize);
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-size'] });
  addEventListener('resize', changed);
  return () => {
    observer.disconnect();
    removeEventListener('resize', changed);
  };
}
