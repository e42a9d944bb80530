import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '@otklik/kernel';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { LetterPaper, LetterSignature } from './letter-paper.js';
import { card, envelopes, journal, registry, tables } from './forms.fixture.js';
import { letter } from './letters.fixture.js';
import { jobOf } from './papers.js';
import { bare, pagesOf } from './pdf-text.fixture.js';
import { copyJob } from './marked-copy.js';
import { joinPdf, markedCopy, PdfRenderer, renderPdf } from './render-pdf.js';

const TEXT = 'ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ';
const shown = async (changes: Partial<LetterPaper>) => bare((await pagesOf(await renderPdf(letter(changes)))).join(''));
const signed = { post: 'Глава района', name: 'С. П. Егоров' };
const waits = { waitingOfOne: 20, waiting: 200 };
const limits = { timeoutMs: 30_000, startTimeoutMs: 45_000, papers: 2, idleMs: 60_000, ...waits };
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a letter as a PDF', () => {
  it('gives back all that it says, with the ten letters of Sakha', async () => {
    const paper = letter();
    const text = await shown({});
    const said = [
      ...paper.letterhead.name,
      ...paper.letterhead.nameSah!,
      ...paper.letterhead.lines,
      ...paper.addressee.lines,
      ...paper.paragraphs.map((one) => ('text' in one ? one.text : '')),
      ...[paper.heading!, paper.salutation!, '27.11.2026 № 1204-О', 'На № АЛД-О-2026-174 от 28.10.2026'],
      ...['Приложение: замеры температуры на 1 л. в 1 экз.', 'Заместитель главы района', 'Е. В. Громова'],
      ...[paper.executor!.name, paper.executor!.phone!, 'Проверить письмо:', '7KQ4-M2VD'],
    ];
    for (const part of said) expect(text).toContain(bare(part));
  });

  it('is the same to the byte for the same paper, in another process, too', async () => {
    const other = new PdfRenderer();
    const [first, second, third] = [
      await renderPdf(letter()),
      await renderPdf(letter()),
      await other.render(jobOf(letter())),
    ];
    other.close();
    expect([sha(second), sha(third)]).toEqual([sha(first), sha(first)]);
    expect(sha(await renderPdf(letter({ number: '1205-О' })))).not.toBe(sha(first));
  });

  it('says which standard it keeps, and embeds its font', async () => {
    const bytes = Buffer.from(await renderPdf(letter())).toString('latin1');
    expect(bytes).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(bytes).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(bytes).toMatch(/\/MarkInfo <<\s+\/Marked true/);
  });

  it('says of a letter without a date that it is a draft', async () => {
    const { date: _, number: __, ...draft } = letter({ signature: { ...signed, kind: 'UNSIGNED' } });
    expect(bare((await pagesOf(await renderPdf(draft)))[0]!)).toContain('ПРОЕКТ');
    expect(await shown({})).not.toContain('ПРОЕКТ');
  });

  it('is called what it is on its further sheets, without a place for an addressee where it has none', async () => {
    const long = { paragraphs: Array.from({ length: 60 }, (_, at) => ({ text: `Запись ${at} о ходе дела.` })) };
    const report = { ...long, named: 'Отчёт о деле', addressee: { kind: 'BODY', lines: [] } } as const;
    const [, second = ''] = await pagesOf(await renderPdf(letter(report)));
    expect(bare(second)).toContain(bare('Отчёт о деле от 27.11.2026 № 1204-О, лист 2 из'));
    const [, ofLetter = ''] = await pagesOf(await renderPdf(letter(long)));
    expect(bare(ofLetter)).toContain(bare('Письмо от 27.11.2026 № 1204-О, лист 2 из'));
  });
});

describe('the mark of an electronic signature', () => {
  it('with number, owner and term of the certificate where the signature is a qualified one', async () => {
    const text = await shown({});
    for (const part of [TEXT, 'Сертификат 00B4 21F6 0C5E 88D1', 'Владелец Громова Елена Викторовна'])
      expect(text).toContain(bare(part));
    expect(text).toContain(bare('Действителен с 12.03.2026 по 12.06.2027'));
  });

  it.each<LetterSignature>((['UNSIGNED', 'SYSTEM', 'BY_HAND'] as const).map((kind) => ({ ...signed, kind })))(
    'is on no other letter: $kind',
    async (signature) => {
      const text = await shown({ signature });
      expect(text).not.toContain(bare(TEXT));
      expect(text).not.toContain('Сертификат');
      const line = bare('Подписано в системе «Отклик»: Глава района, С. П. Егоров, 27.11.2026');
      expect(text.includes(line)).toBe(signature.kind === 'SYSTEM');
    },
  );
});

describe('what others have written', () => {
  it.each([
    ['markup of Typst', '#read("/etc/passwd") $x^2$ *b* _i_ `c` = Глава @a <b> #import "x" \\ // /* #panic()'],
    ['JSON and templates', '"}, {"text": "x"} ${1} {{2}} \\u0041 \\n'],
    ['markup of pages', '<script>alert(1)</script> & &amp; %PDF-1.7 endstream'],
  ])('is printed as it is: %s', async (_, text) => {
    expect(await shown({ paragraphs: [{ text }] })).toContain(bare(text));
    expect(await shown({ heading: text, salutation: text })).toContain(bare(text));
  });

  it.each([
    ['an emoji', 'Спасибо 👍', 'Спасибо [U+1F44D]'],
    ['a bell', 'до\u0007после', 'до[U+0007]после'],
    ['half of a pair', 'до\uD83Dпосле', 'до[U+FFFD]после'],
    ['writing of others', 'مرحبا', '[U+0645 U+0631 U+062D U+0628 U+0627]'],
  ])('is named where the font has no picture of it: %s', async (_, text, named) => {
    expect(await shown({ paragraphs: [{ text }] })).toContain(bare(named));
    expect(await shown({ addressee: { kind: 'APPLICANT', lines: [text] } })).toContain(bare(named));
  });

  it('is set in time, however long its paragraphs are, and nothing of it is lost', async () => {
    const text = Array.from({ length: 5_000 }, (_, at) => `слово ${at}.`).join(' ');
    const words = new Set((await shown({ paragraphs: [{ text }] })).match(/слово\d+(?=\.)/g));
    expect(words.size).toBe(5_000);
    const unspaced = 'ъ'.repeat(20_000);
    expect((await shown({ paragraphs: [{ text: unspaced }] })).split('ъ')).toHaveLength(20_001);
  }, 60_000);

  it('is not in the message of a fault', async () => {
    const other = new PdfRenderer();
    const paper = letter({ letterhead: { ...letter().letterhead, emblem: { format: 'png', base64: 'bm9uZQ==' } } });
    await expect(other.render(jobOf(paper))).rejects.toMatchObject({ name: 'PaperNotMade', code: 'FAULTY' });
    await expect(other.render(jobOf(letter()))).resolves.toBeDefined();
    other.close();
  });
});

describe('the process that makes papers', () => {
  it('is another one after so many papers, and papers asked for at once all come', async () => {
    const renderer = new PdfRenderer(limits);
    const made = await Promise.all([1, 2, 3, 4, 5].map((at) => renderer.render(jobOf(letter({ number: `${at}` })))));
    renderer.close();
    expect(new Set(made.map(sha)).size).toBe(5);
    expect(renderer.started).toBe(3);
  });

  it('is ended where a paper takes too long, and the next paper is made', async () => {
    const renderer = new PdfRenderer({ ...limits, timeoutMs: 1 });
    await expect(renderer.render(jobOf(letter()))).rejects.toMatchObject({ code: 'OUT_OF_TIME' });
    renderer.close();
    await expect(renderPdf(letter())).resolves.toBeDefined();
  });

  it('keeps no program from ending, and ends with it', () => {
    const program = `
      const { renderPdf } = await import(${JSON.stringify(new URL('render-pdf.ts', import.meta.url).href)});
      const { letter } = await import(${JSON.stringify(new URL('letters.fixture.ts', import.meta.url).href)});
      console.log((await renderPdf(letter())).length > 10_000);`;
    const hooks = new URL('../../../deploy/bootstrap/typescript.mjs', import.meta.url).href;
    const args = ['--conditions=@otklik/source', '--import', hooks, '--input-type=module', '-e', program];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 });
    expect([status, stdout.trim()]).toEqual([0, 'true']);
  }, 60_000);
});

describe('a paper to look at', () => {
  it('is one picture of all sheets, without scripts and links, and beside the papers that are made', async () => {
    const renderer = new PdfRenderer({ ...limits, papers: 50 });
    const text = 'Ограждение поставили, лавочку отремонтировали. '.repeat(150);
    const made: string[] = [];
    const papers = Array.from({ length: 5 }, (_, at) =>
      renderer.render(jobOf(letter()), 1).then(() => made.push(`${at}`)),
    );
    const drawing = renderer.draw(jobOf(letter({ paragraphs: [{ text }] })), 1).then((drawn) => {
      made.push('drawn');
      return drawn;
    });
    const { svg, sheets } = await drawing;
    await Promise.all(papers);
    renderer.close();
    expect(made.indexOf('drawn')).toBeLessThanOrEqual(2);
    expect(sheets).toBeGreaterThan(1);
    expect(svg).toMatch(/^<svg [^>]+><rect width="100%" height="100%" fill="#ffffff"\/>/);
    // The compiler's own grounds would hide the first sheet under the second.
    expect(svg.match(/#ffffff/g)).toHaveLength(1);
    expect(svg).not.toMatch(/<(script|foreignObject|a|style)\b|href="(?!#|data:image)/);
  });
});

describe('a copy to print', () => {
  const [certificate] = [(letter().signature as Extract<LetterSignature, { kind: 'QUALIFIED' }>).certificate];
  const marks = { certificates: [certificate], isAnnulled: false, on: '2026-12-02' };
  const pages = async (more: object = {}) => {
    const text = 'Ограждение поставили. '.repeat(250);
    const kept = await renderPdf(letter({ paragraphs: [{ text }], signature: { ...signed, kind: 'SYSTEM' } }));
    const document = await PDFDocument.load(await markedCopy(kept, { ...marks, ...more }));
    return { count: document.getPageCount(), kept: (await PDFDocument.load(kept)).getPageCount() };
  };

  it('is made beside the papers of the district, and keeps none of them waiting', async () => {
    const renderer = new PdfRenderer({ ...limits, papers: 50 });
    const file = await renderer.render(jobOf(letter()), 1);
    const job = { file, marks: { ...copyJob(marks), madeAt: 1_764_633_600 } };
    const made: string[] = [];
    const copies = Array.from({ length: 5 }, () => renderer.copy(job, 1).then(() => made.push('copy')));
    const paper = renderer.render(jobOf(letter()), 1).then(() => made.push('paper'));
    await Promise.all([...copies, paper]);
    renderer.close();
    expect(made.indexOf('paper')).toBeLessThanOrEqual(2);
  });

  it('has as many sheets as the file', async () => {
    const { count, kept } = await pages();
    expect([count, kept > 1]).toEqual([kept, true]);
  });

  it('carries number, owner and term of each certificate, two at most, and whether the letter is annulled', () => {
    const { paper } = copyJob({ ...marks, certificates: [certificate, certificate, certificate], isAnnulled: true });
    const of = [
      'Сертификат 00B4 21F6 0C5E 88D1',
      'Владелец Громова Елена Викторовна',
      'Действителен с 12.03.2026 по 12.06.2027',
    ];
    const [mark, ...others] = (paper as { readonly marks: readonly (readonly string[])[] }).marks;
    expect([mark!.map(bare), others]).toEqual([of.map(bare), [mark]]);
    expect(paper).toMatchObject({ annulled: 'АННУЛИРОВАНО', note: 'Напечатана 02.12.2026 с хранимого файла.' });
    const plain = copyJob({ ...marks, certificates: [] }).paper;
    expect(plain).toMatchObject({ title: 'Копия электронного документа', marks: [], annulled: '' });
  });
});

it('joins the letters of a day in their order', async () => {
  const files = [await renderPdf(letter({ number: '1' })), await renderPdf(letter({ number: '2' }))];
  const pages = await pagesOf(await joinPdf(files));
  expect(pages).toHaveLength(2);
  expect(pages.map((page) => /27\.11\.2026№(\d)/.exec(bare(page))?.[1])).toEqual(['1', '2']);
});

describe('a form', () => {
  const text = async (paper: Parameters<typeof renderPdf>[0]) => (await pagesOf(await renderPdf(paper))).map(bare);

  it('of envelopes has a page of the size for each, with the index apart from the address', async () => {
    for (const size of ['DL', 'C5'] as const) {
      const pages = await text(envelopes(size));
      expect(pages).toHaveLength(2);
      expect(pages[1]).toContain(bare('г. Якутск, ул. Дзержинского, д. 20'));
      expect(pages[1]!.match(/677000/g)).toHaveLength(1);
    }
  });

  it('of registered letters counts and lists them', async () => {
    const [page] = await text(registry);
    for (const part of ['СПИСОК № 14 от 27.11.2026', 'ф. 103', 'Всего отправлений 2', '67890094004176'])
      expect(page).toContain(bare(part));
  });

  it('of a case has its fields, and who opened the name for it', async () => {
    const [page] = await text(card);
    for (const part of ['№ АЛД-О-2026-206 от 26.11.2026', 'Местникова Анна Егоровна', card.opened])
      expect(page).toContain(bare(part));
  });

  it('of the journal repeats its head on each sheet', async () => {
    const pages = await text(journal);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Заявитель');
  });

  it('of numbers has its sentences and tables, and who made it', async () => {
    const pages = await text(tables);
    for (const part of [tables.title, ...tables.text, 'Отдел 11 & <связь>', ...tables.notes])
      expect(pages.join('')).toContain(bare(part));
    for (const page of pages) expect(page).toContain(bare(tables.made));
  });
});

describe('the queue of papers', () => {
  it('makes those of several districts in turn, so that a loud one delays another by one paper', async () => {
    const renderer = new PdfRenderer(limits);
    const made: string[] = [];
    const make = (name: string, of: number) => renderer.render(jobOf(letter()), of).then(() => made.push(name));
    const loud = Array.from({ length: 6 }, (_, at) => make(`loud ${at}`, 1));
    await Promise.all([...loud, make('quiet', 2)]);
    renderer.close();
    expect(made.indexOf('quiet')).toBeLessThanOrEqual(2);
  });

  it('refuses what is too much of one district, or of all, at once, and as what may be tried again', async () => {
    const renderer = new PdfRenderer({ ...limits, papers: 50, waitingOfOne: 2, waiting: 3 });
    const ends = await Promise.allSettled([1, 1, 1, 1, 2, 3].map((of) => renderer.render(jobOf(letter()), of)));
    renderer.close();
    // One is being made, and two wait.
    expect(ends.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'rejected'],
    ]);
    const [refused] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(refused).toBeInstanceOf(Unavailable);
    expect(refused).toMatchObject({ code: 'BUSY' });
  });
});
