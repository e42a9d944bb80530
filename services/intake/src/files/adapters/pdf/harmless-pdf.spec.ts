import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { smallPdf } from '@otklik/testing';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { cleanPdf } from './clean-pdf.js';
import { harmlessPdf } from './harmless-pdf.js';

/** All that is written in it, unfolded. */
async function written(bytes: Buffer): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = context.enumerateIndirectObjects().map(([, object]) => object.toString());
  return [bytes.toString('latin1'), ...objects, String(context.trailerInfo.Info)].join('\n');
}

async function dressed(dress: (document: PDFDocument) => unknown): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([200, 200]).drawText('Visible words');
  await dress(document);
  return Buffer.from(await document.save({ updateFieldAppearances: false }));
}

/** Something on the page that is pressed. */
function annotation(document: PDFDocument, dict: Record<string, unknown>): void {
  const page = document.getPage(0).node;
  const made = { Type: 'Annot', Rect: [0, 0, 9, 9], ...dict } as Parameters<typeof document.context.obj>[0];
  page.set(PDFName.of('Annots'), document.context.obj([document.context.register(document.context.obj(made))]));
}

const action = (S: string, more: object) => ({ Subtype: 'Link', A: { S, ...more } });
const secret = (text = 'SECRET') => PDFString.of(text);

describe('of a PDF nothing stays but its pages', () => {
  const things: Record<string, (document: PDFDocument) => unknown> = {
    'its author and programs': (one) => {
      const { context } = one;
      context.trailerInfo.Info = context.register(context.obj({ Author: secret(), Producer: secret() } as never));
    },
    'metadata in XML': (one) =>
      one.catalog.set(PDFName.of('Metadata'), one.context.register(one.context.stream('<x>SECRET</x>'))),
    'a script that runs when it is opened': (one) => {
      const script = one.context.register(one.context.obj({ S: 'JavaScript', JS: secret() } as never));
      one.catalog.set(
        PDFName.of('Names'),
        one.context.obj({ JavaScript: { Names: [secret('start'), script] } } as never),
      );
    },
    'an action when it is opened': (one) =>
      one.catalog.set(PDFName.of('OpenAction'), one.context.obj({ S: 'Launch', F: secret() })),
    'an action when a page is shown': (one) =>
      one.getPage(0).node.set(PDFName.of('AA'), one.context.obj({ O: { S: 'URI', URI: secret() } })),
    'an attached file': (one) => one.attach(Buffer.from('SECRET'), 'SECRET.exe'),
    'a file on a page': (one) =>
      annotation(one, { Subtype: 'FileAttachment', FS: { Type: 'Filespec', F: secret() }, Contents: secret() }),
    'a link to a site': (one) => annotation(one, action('URI', { URI: secret() })),
    'a link that starts a program': (one) => annotation(one, action('Launch', { F: secret() })),
    'a link to another file': (one) => annotation(one, action('GoToR', { F: secret() })),
    'a script behind a jump': (one) =>
      annotation(one, action('GoTo', { D: [0, 'Fit'], Next: { S: 'JavaScript', JS: secret() } })),
    'a script in another object, by two references': (one) => {
      const script = one.context.register(one.context.obj({ S: 'JavaScript', JS: secret() } as never));
      annotation(one, { Subtype: 'Link', A: one.context.register(script as never) });
    },
    'who remarked something': (one) =>
      annotation(one, { Subtype: 'Text', T: secret(), Contents: PDFString.of('kept') }),
    'a film': (one) => annotation(one, { Subtype: 'Movie', T: secret() }),
    'a form that is a program': (one) => {
      one.getForm().createTextField('field').addToPage(one.getPage(0));
      one.catalog.getOrCreateAcroForm().dict.set(PDFName.of('XFA'), secret());
    },
    'what the root does not lead to': (one) => one.context.register(secret()),
    'data that are in another file': (one) => {
      const image = one.context.stream('', { Subtype: 'Image', F: secret() } as never);
      one.getPage(0).node.set(PDFName.of('Own'), one.context.register(image));
    },
  };
  it.each(Object.entries(things))('not %s', async (_, dress) => {
    const [raw, made] = [await dressed(dress), Buffer.from(await cleanPdf(await dressed(dress)))];
    expect(await written(raw)).toContain('SECRET');
    const text = await written(made);
    expect(text).not.toMatch(/SECRET|JavaScript|\/Launch|\/URI/);
    expect((await PDFDocument.load(made)).getPageCount()).toBe(1);
  });

  it('not what an earlier state of the file held, nor an object that cannot be read', async () => {
    const late = Buffer.from(
      '\n7 0 obj\n<< /S /JavaScript /JS (SECRET) >>\nendobj\n8 0 obj\n<< /JS (SECRET ] \nendobj\n',
    );
    expect(await written(Buffer.from(await cleanPdf(Buffer.concat([smallPdf('kept'), late]))))).not.toContain('SECRET');
  });

  it('the same bytes of the same file, so that a repeated upload is the same file', async () => {
    const bytes = await dressed((one) => one.setAuthor('SECRET'));
    expect((await harmlessPdf(bytes)).equals(await harmlessPdf(bytes))).toBe(true);
  });
});

it('keeps of a photo inside it the image alone', async () => {
  const exif = { IFD0: { Copyright: 'SECRET' }, IFD3: { GPSLatitude: '58/1 36/1 0/1' } };
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#369' } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
  const bytes = await dressed(async (one) => one.getPage(0).drawImage(await one.embedJpg(photo)));
  const { context } = await PDFDocument.load(await cleanPdf(bytes));
  const streams = context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFRawStream ? [one] : []));
  const image = streams.find(({ dict }) => dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode'))!;
  const kept = await sharp(image.contents).metadata();
  expect([kept.width, kept.exif, photo.includes('SECRET')]).toEqual([9, undefined, true]);
});

const signature = '5 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>\nendobj';
const form = '/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T (s) /V 5 0 R >>] >>';
const signed = () => altered('/Pages 2 0 R >>\nendobj', `/Pages 2 0 R ${form} >>\nendobj\n${signature}`);
const altered = (from: string, to: string) => Buffer.from(smallPdf().toString('latin1').replace(from, to), 'latin1');

describe('a PDF that is not taken', () => {
  const locked = async (userPassword: string) => {
    const document = await PDFDocument.load(smallPdf());
    await document.encrypt({ userPassword, ownerPassword: 'owner' });
    return Buffer.from(await document.save());
  };
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['is locked by a password', () => locked('user'), 'FILE_ENCRYPTED'],
    ['is signed', signed, 'FILE_SIGNED'],
    ['has no page', () => altered('[3 0 R]', '[]'), 'FILE_DAMAGED'],
    ['has no root', () => altered('/Type /Catalog', '/Type /Nothing'), 'FILE_DAMAGED'],
    ['is a head alone', () => Buffer.from('%PDF-1.7\n'), 'FILE_DAMAGED'],
    ['is noise', () => Buffer.from('%PDF-1.7\n' + '\u0000ÿ[<<'.repeat(9_000), 'latin1'), 'FILE_DAMAGED'],
  ])('%s', async (_, bytes, code) => {
    const given = await bytes();
    await expect(harmlessPdf(given)).rejects.toMatchObject({ name: 'BadInput', code });
  });

  it('is refused by its signature where it is cleaned', async () => {
    await expect(cleanPdf(signed())).rejects.toMatchObject({ code: 'FILE_SIGNED' });
  });

  it('but one that is protected from changes alone', async () => {
    const made = await harmlessPdf(await locked(''));
    expect((await PDFDocument.load(made)).getPageCount()).toBe(1);
  });
});

describe('a file that takes more than it is given costs no process of ours', () => {
  const bomb = (type: string, zeros: number) => {
    const folded = deflateSync(Buffer.alloc(zeros, '1 '));
    const head = `9 0 obj\n<< /Type /${type} /N 1 /First 4 /Size 9 /W [1 2 1] /Filter /FlateDecode /Length ${folded.length} >>\nstream\n`;
    return Buffer.concat([smallPdf(), Buffer.from(head), folded, Buffer.from('\nendstream\nendobj\n')]);
  };
  const many = `9 0 obj\n<< /Type /XRef /Size 900000000 /W [0 0 0] /Length 1 >>\nstream\nx\nendstream\nendobj\n`;
  it.each<[string, () => Buffer]>([
    ['an object stream that unfolds to 100 MB', () => bomb('ObjStm', 100_000_000)],
    ['references that unfold to 100 MB', () => bomb('XRef', 100_000_000)],
    ['a table of 900 million entries', () => Buffer.concat([smallPdf(), Buffer.from(many)])],
  ])('%s', async (_, bytes) => {
    await expect(harmlessPdf(bytes(), 6_000)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('one that takes too long', async () => {
    const slow = Buffer.concat([smallPdf(), Buffer.from('1 0 obj '.repeat(1_000_000))]);
    await expect(harmlessPdf(slow, 50)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
