import { useRef, useState } from 'react';
import { t } from '../../words/words.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { uploadFile } from '../../frame/upload-file.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

type ConfirmPromiseProps = FormProps<Done>;

export interface Done {
  readonly text: string;
  /** Its id, once it is stored. */
  readonly photo?: string;
}

/** What was done of what was promised, with a photo of it. */
export function ConfirmPromiseDialog({ open, onClose, onSend }: ConfirmPromiseProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('card.confirmPromise')} onSend={onSend}>
      {(send) => <ConfirmForm onSend={send} />}
    </ActDialog>
  );
}

function ConfirmForm({ onSend }: { readonly onSend: (done: Done) => void }) {
  const { code: district } = useDistrict();
  const [text, setText] = useState('');
  const [photo, setPhoto] = useState<File>();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  // The same photo under one key is stored once, however often it is sent.
  const key = useRef(newKey());
  const send = async (): Promise<void> => {
    if (!photo) return onSend({ text: text.trim() });
    setSending(true);
    const sent = await uploadFile(district, key.current, photo);
    setSending(false);
    if (sent.is === 'SENT') return onSend({ text: text.trim(), photo: sent.id });
    setProblem(sent.message || t('registration.uploadFailed'));
  };
  return (
    <DialogForm onSubmit={() => void send()}>
      <label>
        {t('card.confirmPromiseText')}
        <textarea
          className="editor is-short"
          autoFocus
          required
          maxLength={2_000}
          rows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label>
        {t('card.promisePhoto')}{' '}
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={({ target }) => {
            setProblem(undefined);
            setPhoto(target.files?.[0]);
          }}
        />
      </label>
      {problem && (
        <p className="d-warn" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="d-button is-main" disabled={isSending}>
        {isSending ? t('registration.sendingFile', { name: photo?.name ?? '' }) : t('card.confirmPromise')}
        <kbd>Enter</kbd>
      </button>
    </DialogForm>
  );
}
