import type { Card } from '../../../acts/card.js';
import type { PhotoSide } from '../../../generated/enumerations.js';
import { LabelledLine, LabelledTick } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';

/** A photo of the case that may be shown to all. */
export interface Candidate {
  readonly file: string;
  readonly url: string;
  readonly side: PhotoSide;
}

/** What is seen on each photo that was chosen, by its file. */
export type Alts = Readonly<Record<string, string>>;

const MAX_ALT = 200;

/** Those that the author sent, where the author agreed, and those of the signed answer; what others wrote in the case is not there. */
export function candidatesOf(
  { files, supplements }: Pick<Card, 'files' | 'supplements'>,
  answer: readonly Card['files'][number][],
  isAllowed: boolean,
): readonly Candidate[] {
  const others = new Set(supplements.filter(({ byApplicant }) => !byApplicant).flatMap((one) => one.files));
  const photos = (of: readonly Card['files'][number][], side: PhotoSide): readonly Candidate[] =>
    of.filter(({ type }) => type.startsWith('image/')).map(({ id, url }) => ({ file: id, url, side }));
  const authors = files.filter(({ id }) => !others.has(id));
  return [...(isAllowed ? photos(authors, 'BEFORE') : []), ...photos(answer, 'AFTER')];
}

/** Of `candidates` those that were chosen, as they are sent. */
export function chosenPhotos(candidates: readonly Candidate[], alts: Alts) {
  return candidates.flatMap(({ file, side }) => {
    const alt = alts[file];
    return alt === undefined ? [] : [{ file, side, alt }];
  });
}

interface ChoiceProps {
  readonly candidates: readonly Candidate[];
  readonly alts: Alts;
  readonly onAlts: (alts: Alts) => void;
}

/** Which photos all are to see; each says what is seen on it. */
export function PhotoChoice({ candidates, alts, onAlts }: ChoiceProps) {
  if (candidates.length === 0) return null;
  const change = (file: string, alt: string | undefined): void => {
    const { [file]: _before, ...kept } = alts;
    onAlts(alt === undefined ? kept : { ...kept, [file]: alt });
  };
  return (
    <fieldset>
      <legend>{t('publication.photos')}</legend>
      <p className="muted">{t('publication.photosHint')}</p>
      {candidates.map(({ file, url, side }, at) => (
        <div className="to-show" key={file}>
          <PhotoLink url={url} alt={t(`publication.photo${side}`)} />
          <div>
            <LabelledTick
              label={t(`publication.photoShow${side}`, { at: at + 1 })}
              value={alts[file] !== undefined}
              onValue={(isShown) => change(file, isShown ? '' : undefined)}
            />
            {alts[file] !== undefined && (
              <LabelledLine
                label={t('publication.photoAlt')}
                name="photos"
                value={alts[file]}
                required
                maxLength={MAX_ALT}
                onValue={(alt) => change(file, alt)}
              />
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** Small; opens as it was sent, since a face may be small, too. */
export function PhotoLink({ url, alt }: { readonly url: string; readonly alt: string }) {
  return (
    <a href={url} target="_blank" rel="noopener">
      <img src={`${url}?size=thumb`} alt={alt} loading="lazy" />
    </a>
  );
}
