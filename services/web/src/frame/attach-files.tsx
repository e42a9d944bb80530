import { useRef, useState } from 'react';
import { uploadFile } from './upload-file.js';
import { Button } from '../parts/button.js';
import { t } from '../words/words.js';

const MAX_FILES = 5;
const TYPES = 'image/jpeg,image/png,image/webp,application/pdf';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Of a file for an answer: as the upload answered it. */
  readonly receipt?: string;
}

interface AttachFilesProps {
  readonly title: string;
  readonly district: string;
  readonly uploadKey: string;
  /** For whose answer the files are. */
  readonly response?: string;
  readonly files: readonly KeptFile[];
  readonly onChange: (files: readonly KeptFile[]) => void;
}

/** Scans and photos; each is sent at once, and named in the draft. */
export function AttachFiles({ title, district, uploadKey, response, files, onChange }: AttachFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const attach = async (chosen: FileList | null): Promise<void> => {
    let kept = files;
    setProblem(undefined);
    for (const file of chosen ?? []) {
      if (kept.length >= MAX_FILES) {
        setProblem(t('registration.tooManyFiles', { max: MAX_FILES }));
        break;
      }
      setSending(file.name);
      const sent = await uploadFile(district, uploadKey, file, response);
      if (sent.is === 'REFUSED') {
        setProblem(`${file.name}: ${sent.message || t('registration.uploadFailed')}`);
        continue;
      }
      const { is: _is, ...stored } = sent;
      kept = [...kept.filter(({ id }) => id !== sent.id), { ...stored, name: file.name, size: file.size }];
      onChange(kept);
    }
    setSending(undefined);
    if (input.current) input.current.value = '';
  };
  return (
    <section>
      <h2>
        {title} {files.length > 0 && <small>{t('registration.scansCount', { count: files.length })}</small>}
      </h2>
      <ul>
        {files.map((file) => (
          <li key={file.id} className="d-bar">
            <span>{t('registration.file', { name: file.name, kilobytes: Math.ceil(file.size / 1024) })}</span>
            <button
              type="button"
              className="d-link"
              onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
              aria-label={t('registration.removeNamed', { name: file.name })}
            >
              {t('registration.remove')}
            </button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('registration.attach')}
        accept={TYPES}
        multiple
        onChange={({ target }) => void attach(target.files)}
      />
      <Button keys="Alt+KeyF" look="plain" onPress={() => input.current?.click()}>
        {t('registration.attach')}
      </Button>
      <span role="status" className="muted">
        {sending && t('registration.sendingFile', { name: sending })}
      </span>
      {problem && (
        <p className="d-warn" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
