import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { publishedPicture } from './published-picture.js';

const PLACE = '58.612 N 125.412 E';
const OWNER = 'Trofimov Vasily';

/** A photo that lies on its side, with what a camera writes into it. */
function photo(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#335577' } })
    .jpeg()

    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: OWNER, ImageDescription: PLACE }, IFD3: { GPSLatitude: '58/1 36/1 43/1' } })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>${OWNER}</x:xmpmeta>`,
    )
    .toBuffer();
}

it('holds nothing of what a camera wrote, whatever was stored', async () => {
  const stored = await photo(400, 300);
  expect((await sharp(stored).metadata()).exif).toBeDefined();
  expect(stored.includes(OWNER)).toBe(true);
  const shown = await publishedPicture(stored);
  const { exif, xmp, iptc, icc, orientation } = await sharp(shown).metadata();
  expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  for (const planted of [OWNER, PLACE, 'Exif', 'GPS']) expect(shown.includes(planted)).toBe(false);
});

it('is of one size and upright, transparent where the photo has another shape', async () => {
  for (const [width, height] of [
    [400, 300],
    [2_000, 500],
    [10, 10],
  ] as const) {
    const {
      width: shown,
      height: high,
      format,
    } = await sharp(await publishedPicture(await photo(width, height))).metadata();
    expect([shown, high, format]).toEqual([1_200, 900, 'webp']);
  }
  // It lay on its side: upright, it is higher than wide, and its sides are empty.
  const { data, info } = await sharp(await publishedPicture(await photo(400, 200)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const alpha = (x: number, y: number) => data[(y * info.width + x) * info.channels + 3];
  expect([alpha(5, 450), alpha(600, 450)]).toEqual([0, 255]);
});
