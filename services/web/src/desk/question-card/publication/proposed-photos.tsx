import type { Card } from '../../../acts/card.js';
import { LabelledTick } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import { PhotoLink } from './photo-choice.js';

export type ProposedPhoto = NonNullable<Card['responses'][number]['publication']>['photos'][number];

interface PhotosProps {
  readonly photos: readonly ProposedPhoto[];
  /** Files that the official has released so far, each by itself; absent: nothing can be released here. */
  readonly released?: readonly string[];
  readonly onReleased?: (released: readonly string[]) => void;
  /** It is on the site. */
  readonly isPublished: boolean;
}

/** The photos of a publication, each with what is said of it, and to be released by itself. */
export function ProposedPhotos({ photos, released, onReleased, isPublished }: PhotosProps) {
  const tick = (file: string, isShown: boolean): void =>
    onReleased?.([...(released ?? []).filter((one) => one !== file), ...(isShown ? [file] : [])]);
  if (photos.length === 0) return null;
  const shown = photos.map(({ file, url, side, alt, released: isReleased }) => (
    <div className="to-show" key={file}>
      <PhotoLink url={url} alt={alt ?? t(`publication.photo${side}`)} />
      <div>
        <p>
          <b>{t(`publication.photo${side}`)}.</b> {alt ?? t('card.erased')}
        </p>
        {released && (
          <LabelledTick
            label={t('publication.photoRelease')}
            value={released.includes(file)}
            onValue={(isShown) => tick(file, isShown)}
          />
        )}
        {isPublished && (
          <p className="muted">{t(isReleased ? 'publication.photoReleased' : 'publication.photoKept')}</p>
        )}
      </div>
    </div>
  ));
  return (
    <>
      {shown}
      {released && <p className="muted">{t('publication.photosUnmarked')}</p>}
    </>
  );
}
