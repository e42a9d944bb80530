import { useState } from 'react';
import { Form, Submit } from '../../parts/form.js';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

const MAX_WORDS = 2_000;

/** That a part is done, by the title whose, with a word to the executor where there is one to say. */
export function DonePartDialog({ open, title, onClose, onSend }: FormProps<string> & { readonly title: string }) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} onSend={onSend}>
      {(send) => <DonePartForm onSend={send} />}
    </ActDialog>
  );
}

function DonePartForm({ onSend }: { readonly onSend: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <Form onSubmit={() => onSend(text.trim())}>
      <LabelledText
        label={t('card.partDoneText')}
        name="text"
        autoFocus
        maxLength={MAX_WORDS}
        value={text}
        onValue={setText}
      />
      <Submit keys="Ctrl Enter">{t('card.partDoneDo')}</Submit>
    </Form>
  );
}
