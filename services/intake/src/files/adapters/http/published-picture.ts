import sharp from 'sharp';
import { limited, MAX_PIXELS } from './image-work.js';

/** Pixels of every photo on the public pages: a page keeps its place before it is there. */
const PICTURE = { width: 1_200, height: 900 } as const;

export const PICTURE_TYPE = 'image/webp';

/**
 * A photo as all may see it: upright, of one size, transparent where it has another shape, and drawn again, so that nothing of
 * what the camera wrote (place, day, device, owner) is left, whatever was stored.
 */
export async function publishedPicture(bytes: Buffer): Promise<Buffer> {
  return limited(() =>
    sharp(bytes, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .resize({ ...PICTURE, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .webp({ quality: 75 })
      .toBuffer(),
  );
}
