import type { ReactNode } from 'react';
import { t, type WordId } from '../words/words.js';
import type { FormProps } from './act.js';
import { ReasonDialog } from './dialogs/reason-dialog.js';

interface TextWords {
  readonly title: WordId;
  readonly label: WordId;
  readonly submit: WordId;
}

/** The form of an act that takes one text, which is `field` of its input: a reason, a note. */
export function asksText<Field extends string>(field: Field, { title, label, submit }: TextWords) {
  return function TextForm({ onSend, ...props }: FormProps<Record<Field, string>>): ReactNode {
    const send = (text: string) => onSend({ [field]: text } as Record<Field, string>);
    const words = { title: t(title), label: t(label), submit: t(submit) };
    return <ReasonDialog {...props} {...words} name={field} onSend={send} />;
  };
}
