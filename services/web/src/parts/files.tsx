import { t } from '../words/words.js';

export interface AttachedFile {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  readonly url: string;
  readonly name?: string | null;
}

/** As letters list them. */
export function fileNames(files: readonly Pick<AttachedFile, 'name'>[]): string[] {
  return files.map(({ name }, at) => name || t('parts.fileNumber', { at: at + 1 }));
}

/** Photos as thumbnails, other files as links; each opens in its own tab. */
export function Files({ files }: { readonly files: readonly AttachedFile[] }) {
  if (files.length === 0) return null;
  return (
    <div className="shots">
      {files.map((file, at) => (
        <a key={file.id} href={file.url} target="_blank" rel="noopener">
          {file.type.startsWith('image/') ? (
            <img src={file.url} alt={t('parts.photoOf', { at: at + 1, count: files.length })} loading="lazy" />
          ) : (
            <span className="shot-word">PDF</span>
          )}
          {fileWords(file, at)} {isNotScanned(file) && <span className="muted">{t('parts.notScanned')}</span>}
        </a>
      ))}
    </div>
  );
}

/** Photos are re-encoded on arrival. */
export function isNotScanned({ type }: Pick<AttachedFile, 'type'>): boolean {
  return !type.startsWith('image/') && document.documentElement.dataset['files'] === 'not-scanned';
}

const KILOBYTE = 1024;

function fileWords({ name, size, type }: AttachedFile, at: number): string {
  const kilobytes = Math.max(1, Math.round(size / KILOBYTE));
  if (!name && type.startsWith('image/')) return t('parts.photoWords', { at: at + 1, size: kilobytes });
  return t('parts.fileWords', { name: name || t('parts.fileNumber', { at: at + 1 }), size: kilobytes });
}
