import type { KeyboardEvent } from 'react';

/** Enter in a list of choices sends the form, as it does in a text field; by itself it would open the list. */
export function submitOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || (event.target as HTMLElement).tagName !== 'SELECT') return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
