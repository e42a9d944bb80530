import { expect, it } from '@jest/globals';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import { sheetPage } from './sheet-page.js';
import { languages, speechOf, type PageLanguage } from './words/index.js';

const district = { code: 'aldan', zone: 'Asia/Yakutsk' } as PublicDistrict;
const sheet = { kind: 'ANSWERED', number: '02-11/7', datedOn: '2026-11-24', sha256: 'a1'.repeat(32) };
const pageOf = (annulled: boolean | undefined, language: PageLanguage = 'ru') => {
  const given = annulled === undefined ? sheet : { ...sheet, annulled };
  const { title, content } = sheetPage({ district, speech: speechOf(language) }, given, undefined);
  return `${title} ${renderToStaticMarkup(content)}`;
};

it('vouches for a letter that stands, also where an older service says nothing of that', () => {
  for (const annulled of [false, undefined]) {
    expect(pageOf(annulled)).toContain('Это наше письмо');
    expect(pageOf(annulled)).not.toContain('аннулировано');
  }
});

it('says of a letter that was taken back that it is annulled, and does not vouch for it', () => {
  expect(pageOf(true)).toContain('Это письмо аннулировано: оно не действует');
  for (const language of languages) expect(pageOf(true, language)).not.toContain(speechOf(language).say('sheet.ours'));
});
