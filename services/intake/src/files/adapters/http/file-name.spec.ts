import { describe, expect, it } from '@jest/globals';
import { fileName } from './file-name.js';

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
});
