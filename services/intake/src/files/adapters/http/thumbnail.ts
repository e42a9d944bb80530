import sharp from 'sharp';
import { limited, MAX_PIXELS } from './image-work.js';

/** Pixels of the longer side: a card shows it at half of that, on screens of double density. */
const THUMBNAIL_SIDE = 320;

export const THUMBNAIL_TYPE = 'image/webp';

/** A small picture of a stored image; undefined for a file of another type. */
export async function thumbnail(type: string, bytes: Buffer): Promise<Buffer | undefined> {
  if (!type.startsWith('image/')) return undefined;
  return limited(() =>
    sharp(bytes, { limitInputPixels: MAX_PIXELS })
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer(),
  );
}
