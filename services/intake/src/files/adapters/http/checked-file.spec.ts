import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { checkedFile } from './checked-file.js';

/** Grain, as a camera makes it of grass; blocks of one colour compress to nothing. */
const grain = () => sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } }).resize(480, 320);
const withPlace = { IFD3: { GPSLatitude: '58/1 36/1 0/1' } };

describe('an image that was made small before it was sent', () => {
  const sent = {
    'a photo of the pages’ script, fair': () => grain().withExif(withPlace).jpeg({ quality: 65 }).toBuffer(),
    'a photo of the pages’ script, small': () => grain().withExif(withPlace).jpeg({ quality: 40 }).toBuffer(),
    'a screenshot of few colours': () => grain().png({ palette: true, colours: 16 }).toBuffer(),
    'an image of a messenger': () => grain().withExif(withPlace).webp({ quality: 50 }).toBuffer(),
  };
  it.each(Object.entries(sent))('is not stored larger than it came: %s', async (_, make) => {
    const bytes = await make();
    const stored = await checkedFile(bytes);
    expect(stored.bytes.length).toBeLessThanOrEqual(bytes.length);
    expect((await sharp(stored.bytes).metadata()).exif).toBeUndefined();
  });

  it('loses less than a hundredth', async () => {
    const bytes = await grain().jpeg({ quality: 50 }).toBuffer();
    const stored = await checkedFile(bytes);
    const pixels = await Promise.all([bytes, stored.bytes].map((one) => sharp(one).raw().toBuffer()));
    const difference = pixels[0]!.reduce((sum, value, at) => sum + Math.abs(value - pixels[1]![at]!), 0);
    expect(difference / pixels[0]!.length).toBeLessThan(2.55);
  });
});

it('keeps of a large photo what the eye sees', async () => {
  const bytes = await grain().jpeg({ quality: 97 }).toBuffer();
  const [stored, again] = [await checkedFile(bytes), await sharp(bytes).jpeg({ quality: 85 }).toBuffer()];
  expect(stored.bytes.length).toBe(again.length);
});
