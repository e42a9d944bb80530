import type { PublishedAnswer } from '@otklik/contracts/generated/graphql';
import type { Speech } from './words/index.js';

/** Pixels of every photo: the page keeps its place before it is there. */
const SIZE = { width: 1_200, height: 900 } as const;

/** How it was, and what was done; each opens larger. */
export function PublishedPhotos({
  photos,
  speech: { say },
}: Pick<PublishedAnswer, 'photos'> & { readonly speech: Speech }) {
  if (photos.length === 0) return null;
  return (
    <section className="part">
      <h2>{say('answers.photos')}</h2>
      <div className="pics">
        {photos.map(({ url, side, alt }) => (
          <figure key={url}>
            <a href={url}>
              <img src={url} alt={alt} {...SIZE} loading="lazy" decoding="async" />
            </a>
            <figcaption className="small">{say(`answers.photo${side}`)}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
