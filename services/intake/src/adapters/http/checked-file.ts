import { BadInput } from '@otklik/host';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import type { CheckedFile } from '../../application/files.js';
import { limited, MAX_PIXELS } from './image-work.js';

type Encode = (image: Sharp) => Sharp;

const images: Readonly<Record<string, Encode>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 85 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 85 }),
};

/**
 * Detects the type from the bytes. Images are re-encoded: upright, without metadata (place, camera, owner), and without
 * any bytes that are not part of the image. Throws `BadInput`.
 */
export async function checkedFile(bytes: Buffer): Promise<CheckedFile> {
  if (bytes.length === 0) throw new BadInput('FILE_EMPTY', 'file');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === 'application/pdf') return { type, bytes };
  const encode = type === undefined ? undefined : images[type];
  if (type === undefined || !encode) throw new BadInput('FILE_TYPE_UNKNOWN', 'file');
  return { type, bytes: await limited(() => reencoded(bytes, encode)) };
}

async function reencoded(bytes: Buffer, encode: Encode): Promise<Buffer> {
  try {
    return await encode(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient()).toBuffer();
  } catch {
    throw new BadInput((await hasTooManyPixels(bytes)) ? 'TOO_LARGE' : 'FILE_TYPE_UNKNOWN', 'file');
  }
}

/** By its header alone: sharp's refusal has no code. */
async function hasTooManyPixels(bytes: Buffer): Promise<boolean> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height > MAX_PIXELS;
  } catch {
    // Not an image: not too large, but of an unknown type.
    return false;
  }
}
