import { useRef, useState } from 'react';
import { uploadFile } from '../../../frame/attach-files.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';

/** The file, which is read at once: one that cannot be says what is to be mended. */
export function UploadFile({ onUploaded }: { readonly onUploaded: (id: string) => void }) {
  const { code: district } = useDistrict();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const upload = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setProblem(undefined);
    setSending(file.name);
    const sent = await uploadFile(district, newKey(), file, { journal: '1' });
    setSending(undefined);
    if (input.current) input.current.value = '';
    if (sent.is === 'SENT') onUploaded(sent.id);
    else setProblem(sent.message || t('registration.uploadFailed'));
  };
  return (
    <section aria-label={t('oldJournal.FILE')} className="oj-upload">
      <p>{t('oldJournal.about')}</p>
      <p className="muted">{t('oldJournal.aboutFile')}</p>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('oldJournal.choose')}
        accept=".xlsx,.csv"
        onChange={({ target }) => void upload(target.files?.[0])}
      />
      <div className="d-bar">
        <Button look="main" keys="Alt+KeyF" disabled={sending !== undefined} onPress={() => input.current?.click()}>
          {t('oldJournal.choose')}
        </Button>
        <span role="status" className="muted">
          {sending && t('oldJournal.reading', { name: sending })}
        </span>
      </div>
      <Problem problem={problem === undefined ? undefined : { code: 'REFUSED', message: problem }} />
    </section>
  );
}
