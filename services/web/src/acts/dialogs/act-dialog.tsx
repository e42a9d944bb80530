import { Fragment, use, useId, useState, type ReactNode } from 'react';
import { Dialog } from '../../parts/dialog.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { InPlace } from '../../parts/in-place.js';

interface ActDialogProps<Filled extends readonly unknown[]> {
  readonly open: boolean;
  readonly title: string;
  /** Initial values of the fields: where they change, the fields are reset. */
  readonly begins?: string;
  readonly onClose: () => void;
  /** Answers whether the act was done. */
  readonly onSend: (...filled: Filled) => Promise<boolean>;
  readonly children: (send: (...filled: Filled) => void) => ReactNode;
}

/** The dialog of an act, or its form in place: its values are kept until the act is done. */
export function ActDialog<Filled extends readonly unknown[]>(props: ActDialogProps<Filled>) {
  const { open, title, begins = '', onClose, onSend, children } = props;
  // Fields that were shown stay mounted in the closed dialog; an act that is done ends their round.
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState('');
  const fields = `${round} ${begins}`;
  if (open && shown !== fields) setShown(fields);
  const send = async (...filled: Filled): Promise<void> => {
    if (await onSend(...filled)) setRound((one) => one + 1);
  };
  const place = use(InPlace);
  const content = <Fragment key={fields}>{children((...filled) => void send(...filled))}</Fragment>;
  if (place !== undefined) return <FormInPlace title={place}>{content}</FormInPlace>;
  return (
    <Dialog open={open} isKept={shown === fields} onClose={onClose} title={title}>
      {content}
    </Dialog>
  );
}

/** What a dialog has, without the dialog. */
function FormInPlace({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="act-form" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {use(DialogNotice)}
      {children}
    </section>
  );
}
