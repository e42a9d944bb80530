import { useRef, useState } from 'react';
import { Button } from '../parts/button.js';
import { language, t } from '../words/words.js';

const MAX_FILES = 5;
const PHOTOS = 'image/jpeg,image/png,image/webp';

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
  /** One photo is asked for: another takes its place. */
  readonly isPhoto?: boolean;
  readonly onSending?: (isSending: boolean) => void;
}

/** Scans and photos; each is sent at once, and named in the draft. */
export function AttachFiles(props: AttachFilesProps) {
  const { title, district, uploadKey, response, files, onChange, isPhoto = false, onSending } = props;
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const attach = async (chosen: FileList | null): Promise<void> => {
    let kept = isPhoto ? [] : files;
    setProblem(undefined);
    onSending?.(true);
    for (const file of chosen ?? []) {
      if (kept.length >= MAX_FILES) {
        setProblem(t('registration.tooManyFiles', { max: MAX_FILES }));
        break;
      }
      setSending(file.name);
      const sent = await uploadFile(district, uploadKey, file, { response });
      if (sent.is === 'REFUSED') {
        setProblem(`${file.name}: ${sent.message || t('registration.uploadFailed')}`);
        continue;
      }
      const { is: _is, ...stored } = sent;
      kept = [...kept.filter(({ id }) => id !== sent.id), { ...stored, name: file.name, size: file.size }];
      onChange(kept);
    }
    setSending(undefined);
    onSending?.(false);
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
        accept={isPhoto ? PHOTOS : `${PHOTOS},application/pdf`}
        multiple={!isPhoto}
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

type Upload =
  | { readonly is: 'SENT'; readonly id: string; readonly receipt?: string }
  | { readonly is: 'REFUSED'; readonly message: string };

/** Sends one file before the appeal, or the draft of the response, that names it. The same file with the same key has the same id. */
export async function uploadFile(
  district: string,
  key: string,
  file: File,
  purpose: { readonly response?: string | undefined; readonly journal?: '1' },
): Promise<Upload> {
  const body = new FormData();
  body.append('file', file);
  const named = Object.entries({ district, key, ...purpose }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const query = new URLSearchParams(named);
  try {
    const response = await fetch(`/files?${query}`, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { 'accept-language': language },
    });
    const answer = (await response.json()) as {
      readonly id?: string;
      readonly receipt?: string;
      readonly errors?: readonly { readonly message: string }[];
    };
    const { id, receipt } = answer;
    if (id !== undefined) return { is: 'SENT', id, ...(receipt !== undefined && { receipt }) };
    return { is: 'REFUSED', message: answer.errors?.[0]?.message ?? '' };
  } catch (error) {
    // `fetch` rejects with TypeError without a connection; a proxy's page is no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return { is: 'REFUSED', message: '' };
    throw error;
  }
}
