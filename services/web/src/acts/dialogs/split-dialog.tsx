import { useState } from 'react';
import { Button } from '../../parts/button.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

const MAX_PARTS = 20;

interface SplitDialogProps extends FormProps<readonly string[]> {
  readonly text: string;
  /** The numbered points of the text; fewer than two: nothing is proposed. */
  readonly proposed: readonly string[];
}

/** The text beside its parts; the first part stays with the question. Ctrl+Enter splits. */
export function SplitDialog({ open, text, proposed, onClose, onSend }: SplitDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.splitTitle')} begins={text} onSend={onSend}>
      {(send) => <SplitForm text={text} proposed={proposed} onSend={send} />}
    </ActDialog>
  );
}

interface SplitFormProps extends Pick<SplitDialogProps, 'text' | 'proposed'> {
  readonly onSend: (parts: readonly string[]) => void;
}

function SplitForm({ text, proposed, onSend }: SplitFormProps) {
  const [parts, setParts] = useState<readonly string[]>(proposed.length > 1 ? proposed : [text, '']);
  const filled = parts.map((part) => part.trim()).filter(Boolean);
  const change = (at: number, value: string): void => setParts(parts.with(at, value));
  return (
    <Form className="d-form is-split" onSubmit={() => filled.length > 1 && onSend(filled)}>
      <p className="muted">{t(proposed.length > 1 ? 'dialogs.splitProposed' : 'dialogs.splitByHand')}</p>
      <div className="split-sides">
        <div className="split-text read is-kept" tabIndex={0} aria-label={t('dialogs.splitText')}>
          {text}
        </div>
        <div className="split-parts">
          {parts.map((part, at) => (
            <label key={at}>
              {t('dialogs.splitPart', { ordinal: at + 1 })}
              <textarea
                className="editor is-short"
                rows={3}
                autoFocus={at === 0}
                value={part}
                onChange={(event) => change(at, event.target.value)}
              />
            </label>
          ))}
          {parts.length < MAX_PARTS && (
            <Button onPress={() => setParts([...parts, ''])}>{t('dialogs.splitMore')}</Button>
          )}
        </div>
      </div>
      <Submit keys="Ctrl Enter" disabled={filled.length < 2}>
        {t('dialogs.splitDo', { count: Math.max(2, filled.length) })}
      </Submit>
    </Form>
  );
}
