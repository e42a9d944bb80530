import { describe, expect, it } from '@jest/globals';
import { contentDisposition, fileName } from './file-name.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['Пестерева 27.11.pdf', 'Пестерева 27.11.pdf'],
    ['C:\\scans\\Лист 1.jpg', 'Лист 1.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nb.png', 'ab.png'],
    ['..', undefined],
    ['  ', undefined],
    [undefined, undefined],
  ])('of %j is %j', (raw, name) => expect(fileName(raw)).toBe(name));

  it('is cut before its extension', () => {
    const name = fileName(`${'я'.repeat(300)}.jpeg`)!;
    expect([...name]).toHaveLength(120);
    expect(name).toMatch(/…\.jpeg$/u);
  });

  it('is in a header in ASCII, and as it is beside', () => {
    expect(contentDisposition('inline', 'id.jpg', "Лист '1'.jpg")).toBe(
      'inline; filename="id.jpg"; filename*=UTF-8\'\'%D0%9B%D0%B8%D1%81%D1%82%20%271%27.jpg',
    );
    expect(contentDisposition('attachment', 'id.pdf', undefined)).toBe('attachment; filename="id.pdf"');
  });
});
