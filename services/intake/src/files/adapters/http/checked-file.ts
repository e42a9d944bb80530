import { BadInput } from '@otklik/host';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import type { CheckedFile } from '../../application/files.js';
import { harmlessPdf } from '../pdf/harmless-pdf.js';
import { limited, MAX_PIXELS } from './image-work.js';

type Encode = (image: Sharp, quality: number) => Sharp;

const images: Readonly<Record<string, Encode>> = {
  'image/jpeg': (image, quality) => image.jpeg({ quality }),
  'image/png': (image) => image.png(),
  'image/webp': (image, quality) => image.webp({ quality }),
};

/**
 * The best of them whose image is no larger than what was sent. After the first they are those of the pages' script: an image
 * that it made smaller is then encoded as it was, and loses next to nothing.
 */
const QUALITIES = [85, 80, 65, 50, 40];

/**
 * Detects the type from the bytes. Images are re-encoded: upright, without metadata (place, camera, owner), without any bytes
 * that are not part of the image, and no larger than they were sent where their type allows it. Of a PDF its pages are kept.
 * Throws `BadInput`.
 */
export async function checkedFile(bytes: Buffer): Promise<CheckedFile> {
  if (bytes.length === 0) throw new BadInput('FILE_EMPTY', 'file');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === 'application/pdf') return { type, bytes: await limited(() => harmlessPdf(bytes)) };
  const encode = type === undefined ? undefined : images[type];
  if (type === undefined || !encode) throw new BadInput('FILE_TYPE_UNKNOWN', 'file');
  return { type, bytes: await limited(() => reencoded(bytes, encode)) };
}

async function reencoded(bytes: Buffer, encode: Encode): Promise<Buffer> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient();
    const { isPalette } = await image.metadata();
    // Of a few colours: otherwise several times as large.
    if (isPalette) return await image.png({ palette: true }).toBuffer();
    return await noLarger(bytes.length, (quality) => encode(image.clone(), quality).toBuffer());
  } catch {
    throw new BadInput((await hasTooManyPixels(bytes)) ? 'TOO_LARGE' : 'FILE_TYPE_UNKNOWN', 'file');
  }
}

async function noLarger(size: number, encoded: (quality: number) => Promise<Buffer>): Promise<Buffer> {
  let smallest: Buffer | undefined;
  for (const quality of QUALITIES) {
    const made = await encoded(quality);
    // A type without qualities gives the same again.
    if (made.length === smallest?.length) break;
    if (smallest === undefined || made.length < smallest.length) smallest = made;
    if (smallest.length <= size) break;
  }
  return smallest!;
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
