import { BadInput } from '@otklik/host';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import type { CheckedFile } from '../../application/files.js';

const MAX_PIXELS = 40_000_000;
/** Pictures decoded at once: each may take 160 MB. */
const AT_ONCE = 2;

type Encode = (image: Sharp) => Sharp;

const pictures: Readonly<Record<string, Encode>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 85 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 85 }),
};

sharp.cache(false);
sharp.concurrency(1);

/**
 * What the bytes are, whatever they are called. Pictures are decoded and written anew: upright, without metadata (place,
 * camera, owner), and without anything that merely stood beside the picture. Throws `BadInput`.
 */
export async function checkedFile(bytes: Buffer): Promise<CheckedFile> {
  if (bytes.length === 0) throw new BadInput('FILE_EMPTY', 'file');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === 'application/pdf') return { type, bytes };
  const encode = type === undefined ? undefined : pictures[type];
  if (type === undefined || !encode) throw new BadInput('FILE_TYPE_UNKNOWN', 'file');
  return { type, bytes: await inTurn(() => rewritten(bytes, encode)) };
}

async function rewritten(bytes: Buffer, encode: Encode): Promise<Buffer> {
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
    // Whatever it is, it is no picture.
    return false;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
