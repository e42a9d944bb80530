import { describe, expect, it } from '@jest/globals';
import { quotedMails, unquotedMails } from './mail-corpus.fixture.js';
import { withoutQuotes } from './mail-quotes.js';

describe('a quote', () => {
  it.each(quotedMails)('is cut as $program writes it', ({ text, written }) => {
    expect(withoutQuotes(text)).toBe(written);
    expect(withoutQuotes(text.replaceAll('\n', '\r\n'))).toBe(written);
  });

  it('is not seen in what the writer says', () => {
    for (const text of unquotedMails) expect(withoutQuotes(text)).toBe(text);
  });

  it('leaves what is written below and between', () => {
    expect(
      withoutQuotes('23.11.2026 10:11, Администрация пишет:\n> Яма засыпана.\nНет.\n> Свет есть.\nТоже нет.'),
    ).toBe('Нет.\nТоже нет.');
  });

  it('is shown where nothing else is', () => {
    expect(withoutQuotes('> одна цитата\n> и ещё')).toBe('> одна цитата\n> и ещё');
    expect(withoutQuotes('От: а@б.example\nКому: в@г.example\nТема: Fwd\n\nСмотрите')).toContain('Смотрите');
  });

  it('is looked for without end in no text', () => {
    const long = 'пн, 23 нояб. 2026 г. в 10:11, <<<:\n'.repeat(3_000) + '1:11 '.repeat(20_000);
    expect(withoutQuotes(long)).toContain('1:11');
  });
});
