import type { KeyboardEvent, ReactNode } from 'react';

interface DialogFormProps {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The form of a dialog; the page stays when it is sent. */
export function DialogForm({ onSubmit, children }: DialogFormProps) {
  return (
    <form
      className="d-form"
      onKeyDown={submitOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Enter in a list of choices sends the form, as it does in a text field; by itself it would open the list. */
function submitOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || (event.target as HTMLElement).tagName !== 'SELECT') return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
