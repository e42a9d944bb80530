import { useRef, useState } from 'react';
import { Form, Submit } from '../../parts/form.js';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { AttachFiles, type KeptFile } from '../../frame/attach-files.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

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
  const [photos, setPhotos] = useState<readonly KeptFile[]>([]);
  const [isSending, setSending] = useState(false);
  const [photo] = photos;
  // The same photo under one key is stored once, however often it is sent.
  const key = useRef(newKey());
  return (
    <Form onSubmit={() => onSend({ text: text.trim(), ...(photo && { photo: photo.id }) })}>
      <LabelledText
        label={t('card.confirmPromiseText')}
        name="text"
        autoFocus
        required
        rows={3}
        value={text}
        onValue={setText}
      />
      <AttachFiles
        title={t('card.promisePhoto')}
        district={district}
        uploadKey={key.current}
        files={photos}
        onChange={setPhotos}
        isPhoto
        onSending={setSending}
      />
      <Submit disabled={isSending}>{t('card.confirmPromise')}</Submit>
    </Form>
  );
}
