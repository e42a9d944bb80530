import { useContext, useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../words/words.js';
import { DialogNotice } from './dialog-notice.js';

/** The first control after the dialog's head. */
const FIRST = ':scope > .d-bar ~ * :is(select, textarea, input, button, a[href])';

/** The browser's own modal dialog: it keeps the focus inside, Escape closes it, and the focus goes back after it. */
export function Dialog(props: {
  readonly open: boolean;
  /** Its content stays mounted while it is closed. */
  readonly isKept?: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Two texts side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  const { open, isKept = false, isWide = false, onClose, title, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const notice = useContext(DialogNotice);
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) {
      element.showModal();
      // By itself the first button takes the focus, which is «Закрыть»: Enter would undo what the key before it opened.
      element.querySelector<HTMLElement>(FIRST)?.focus();
    }
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={isWide ? 'd-dialog is-wide' : 'd-dialog'} aria-labelledby={id} onClose={onClose}>
      <div className="d-bar">
        <h2 id={id}>{title}</h2>
        <button type="button" className="d-button is-plain is-end" onClick={onClose}>
          {t('parts.close')}
          <kbd>Esc</kbd>
        </button>
      </div>
      {open && notice}
      {(open || isKept) && children}
    </dialog>
  );
}
