import type { ReactNode } from 'react';
import { t } from '../../words/words.js';
import { isNotScanned } from '../../parts/files.js';
import { GivenTopic, type GivenTopicOf } from '../../parts/given-topic.js';
import { MapPoint } from '../../parts/map-point.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import type { MapPoint as Point } from '../../../server/map-links.js';

interface Settled {
  readonly settlement?: { readonly name: string } | null;
}

interface Row extends Settled {
  readonly excerpt?: string | null;
  /** In the sender's words. */
  readonly place?: string | null;
}

interface Card extends GivenTopicOf {
  readonly text?: string | null;
  readonly place?: (Settled & { readonly text?: string | null; readonly point?: Point | null }) | null;
  readonly files: readonly AppealFile[];
}

export interface AppealFile {
  readonly id: string;
  readonly type: string;
  /** As its sender had it. */
  readonly name?: string | null;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** What the sender wrote: the list's excerpt until the card is there, then the whole text with its files. */
export function Submission(props: { readonly label: string; readonly row: Row; readonly card: Card | undefined }) {
  const { label, row, card } = props;
  const place = placeWords(row, card);
  return (
    <blockquote className="is-this">
      <p className="d-label">{label}</p>
      {place !== '' && <p className="d-label">{place}</p>}
      <MapPoint point={card?.place?.point} />
      <Paragraphs text={textOf(row, card) || t('queue.erased')} />
      {card && <GivenTopic given={card} />}
      {card && <AppealFiles files={card.files} />}
    </blockquote>
  );
}

/** Empty when it was erased. */
export function textOf({ excerpt }: Row, card: Card | undefined): string {
  return card?.text ?? excerpt ?? '';
}

function placeWords({ settlement, place }: Row, card: Card | undefined): string {
  const known = card?.place ?? { settlement: settlement ?? null, text: place ?? null };
  return [known.settlement?.name, known.text].filter((part) => part).join(', ');
}

export function AppealFiles({ files }: { readonly files: readonly AppealFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="shots">
      {files.map((file, index) => (
        <li key={file.id}>
          <a href={file.url} target="_blank" rel="noreferrer">
            <Thumbnail file={file} />
            {fileWords(file, index + 1)}
            {isNotScanned(file) && <span className="muted"> {t('parts.notScanned')}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file: { type, url } }: { readonly file: AppealFile }): ReactNode {
  if (type.startsWith('image/')) return <img src={`${url}?size=thumb`} alt="" loading="lazy" />;
  // As on the card: what is only named is not taken for a file that opens.
  return <span className="shot-word">PDF</span>;
}

function fileWords({ name, type, size }: AppealFile, number: number): string {
  const kilobytes = Math.ceil(size / 1024);
  if (name) return t('queue.namedFile', { name, kilobytes });
  const kind = t(type.startsWith('image/') ? 'queue.photo' : 'queue.document');
  return t('queue.file', { kind, number, kilobytes });
}
