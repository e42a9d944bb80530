import { describe, expect, it } from '@jest/globals';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PageContent } from './document.js';
import { personalDataPage } from './plain-pages.js';
import type { SentReceipt } from './receipt-cookie.js';
import { sentPage } from './sent-page.js';
import { en } from './words/en.js';
import { speechOf, type PageLanguage } from './words/index.js';
import { ru } from './words/ru.js';
import { sah } from './words/sah.js';

const district: PublicDistrict = {
  code: 'aldan',
  name: 'Алданский район',
  nameSah: '',
  zone: 'Asia/Yakutsk',
  address: '',
  hours: '',
  phones: [],
  email: '',
  color: { light: '#000000', dark: '#ffffff' },
  emblem: '',
  population: 0,
  settlements: [],
  topics: [],
  consent: { version: '2026-01-01', text: 'Согласен', textSah: '' },
};
const receipt: SentReceipt = {
  number: '7F3K2-9ABCD',
  code: '0123456789ABCDEF',
  receivedAt: '2026-11-30T01:00:00.000Z',
  digest: 'd',
  isAppeal: false,
  isUrgent: false,
};

const textOf = ({ content }: PageContent): string => renderToStaticMarkup(content).replaceAll(/<[^>]*>/g, ' ');
const sent = (more: Partial<SentReceipt>): string =>
  textOf(sentPage({ district, speech: speechOf('ru'), receipt: { ...receipt, ...more } }));

describe('the page about personal data', () => {
  it('says that texts are not encrypted, and which officials read them', () => {
    const text = textOf(personalDataPage(district, speechOf('ru')));
    expect(text).toMatch(/Текст, место и ответ хранятся в поиске без шифра/);
    for (const reader of ['контролёр', 'аналитик района', 'Аналитик республики']) expect(text).toContain(reader);
    expect(text).not.toMatch(/адрес и текст|только сотрудники, которые отвечают|только те, кто отвечает/);
  });

  it.each<PageLanguage>(['ru', 'en', 'sah'])('says as much in each language: %s', (language) => {
    const { say } = speechOf(language);
    const text = textOf(personalDataPage(district, speechOf(language)));
    for (const word of ['data.kept', 'data.text', 'data.public', 'data.withdraw'] as const)
      expect(text).toContain(say(word).slice(0, 40));
  });
});

describe('the receipt', () => {
  it('tells day and hour of the reception in the zone of the district', () => {
    expect(sent({})).toMatch(/Принято\s+30 ноября 2026 г. в 10:00/);
    const anadyr = { ...district, zone: 'Asia/Anadyr' };
    expect(textOf(sentPage({ district: anadyr, speech: speechOf('ru'), receipt }))).toMatch(/2026 г. в 13:00/);
  });
});

describe('the next step of a message', () => {
  it('is today where it is to be read today, else by its day', () => {
    expect(sent({ registerBy: '2026-11-30' })).toContain('Сотрудник прочитает сегодня');
    expect(sent({ registerBy: '2026-12-01' })).toMatch(/Сотрудник прочитает сообщение\s+не позже 1 декабря/);
    expect(sent({ registerBy: '2026-11-30', isAppeal: true })).not.toContain('сегодня');
  });
});

describe('what is promised', () => {
  it('promises a call where a telephone was given, and no answer by telephone to an appeal', () => {
    expect(sent({ contact: 'phone' })).toContain('позвоним вам и покажем ответ на странице сообщения');
    expect(sent({ contact: 'email' })).toContain('пришлём на почту');
    expect(sent({ contact: 'phone', isAppeal: true })).toContain('появится на странице обращения');
    expect(sent({ contact: 'phone', isAppeal: true })).not.toMatch(/телефон|позвоним/);
  });

  it('asks for no consent to a publication, and keeps a draft on a device, which is no telephone always', () => {
    for (const words of [ru, en, sah]) {
      const all = Object.entries(words).filter(([word]) => /^(?:form|script)\./.test(word));
      expect(all.filter(([, said]) => /опубликовать|may be published|бэчээттиэх/.test(said))).toEqual([]);
      expect(all.filter(([, said]) => /этом телефоне|this phone|бу төлөпүөҥҥэ/.test(said))).toEqual([]);
    }
  });
});
