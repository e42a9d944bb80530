import type { Addressee, Enclosure, LetterPaper, LetterSignature, Paragraph, Table } from './letter-paper.js';
import { letter } from './letters.fixture.js';

/** The same numbers for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Dice {
  /** From 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly happens: (share: number) => boolean;
}

function diceOf(seed: number): Dice {
  const next = numbersFrom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, one: (of) => of[below(of.length)]!, happens: (share) => next() < share };
}

const NAMES = [
  'Старостиной В. П.',
  'Ли',
  'Өлөксөөйөбэ Һарыйа Ньургуйааньа кыыһа',
  'Константинопольской-Преображенской Александре Вениаминовне',
  'Абдурахмангаджиеву Магомедрасулу Абдулмуслимовичу',
  'García-Núñez María del Carmen',
  "О'Нил Дж.",
  'Нгуен Тхи',
  'коллективу жителей дома № 5 по ул. Школьной (Иванов И. И., Петров П. П., всего 48 подписей)',
  'مريم 🙂',
] as const;
const ADDRESSES = [
  'ул. Школьная, д. 5, с. Хатыстыр, Алданский район, Республика Саха (Якутия), 678955',
  'до востребования',
  'мкр Строителей, д. 12, корп. 3, стр. 1, кв. 117, г. Алдан, муниципальный район «Алданский район», Республика Саха (Якутия), Дальневосточный федеральный округ, 678900',
  'ХатыстырскийнаслегулицаПервогоСовхозногоОтделенияБезПробеловДом000000000000001',
  'viktoria.konstantinopolskaya-preobrazhenskaya@ochen-dlinnoe-imya-pochty.example',
] as const;
const HEADINGS = [
  '',
  'О снеге',
  'О температуре в детском саду села Хатыстыр',
  'О рассмотрении обращения о признании многоквартирного дома аварийным и подлежащим сносу, сроках расселения и порядке предоставления жилых помещений по договорам социального найма',
] as const;
const SALUTATIONS = [
  '',
  'Уважаемая Виктория Павловна!',
  'Здравствуйте!',
  'Убаастабыллаах Һарыйа Ньургуйааньа кыыһа!',
] as const;
const SENTENCES = [
  'Администрация рассмотрела Ваше обращение в соответствии со статьёй 10 Федерального закона от 02.05.2006 № 59-ФЗ «О порядке рассмотрения обращений граждан Российской Федерации».',
  'Снег вывезен.',
  'По вопросу 2 позвоните дежурному: 8 (41145) 0-00-05 или +7 924 000-12-60, круглосуточно, без выходных.',
  'Муниципальный контракт от 27 октября 2026 г. № 02-11/118-МК заключён с обществом с ограниченной ответственностью «Дорожно-эксплуатационное управление № 7».',
  'Подробности на странице https://otklik.aldan.example/aldan/answers/2026/remont-dorogi-po-ulice-lenina-ot-doma-1-do-doma-117?from=letter&topic=dorogi#works.',
  'Работы принял И. О. Черёмушкин, акт № 7/2026 от 26 ноября 2026 г., стоимость 1 250 000 руб. 40 коп.',
  '«Он сказал: „нет“, — и ушёл», — пишет заявитель.',
  'Спасибо 🙏👍🏽, ждём ответа… 你好',
  'Слово справа налево: שלום, مرحبا.',
  'Знаки \u0000\u0007\u200b\u202eуправления\u202c и\u00adпереноса.',
  'Эн көрдөһүүгүн ылынныбыт, сокуон быһаарбыт болдьоҕор хоруйдуохпут.',
  'Ответ можно обжаловать в прокуратуру или в суд в течение 3 месяцев.',
] as const;
const TABLE: Table = {
  title: 'Замеры температуры воздуха',
  head: ['Дата', 'Утро, °C', 'Вечер, °C', 'Что сделано'],
  rows: Array.from({ length: 9 }, (_, at) => [`${at + 10}.11.2026`, `+${at + 10}`, '+17', 'слив и разборка стояков']),
};
const FILES = [
  'копия обращения',
  'схема движения снегоуборочной техники по улицам города на зимний период 2026–2027 годов с перечнем перекрёстков',
  'IMG_20261127_045800_HDR_очень_длинное_имя_без_пробелов_фотография_двора.jpeg',
  'акт обследования № 7/2026',
] as const;
const POSTS = [
  'Глава района',
  'Заместитель главы района',
  'Исполняющий обязанности заместителя главы администрации муниципального района по жилищно-коммунальному хозяйству, энергетике и дорожному строительству',
] as const;

function sentences(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => dice.one(SENTENCES)).join(' ');
}

/** Numbered answers to so many questions, plain paragraphs, a list, a table, or five pages. */
function body(dice: Dice): (Paragraph | Table)[] {
  const plain = Array.from({ length: 1 + dice.below(4) }, () => ({ text: sentences(dice, 1 + dice.below(4)) }));
  switch (dice.below(6)) {
    case 0:
      return [{ text: dice.one(SENTENCES) }];
    case 1: {
      const count = 1 + dice.below(12);
      return Array.from({ length: count }, (_, at) => ({ text: `${at + 1}. ${sentences(dice, 1 + dice.below(3))}` }));
    }
    case 2:
      return [...plain, { text: `Сделано:\n– ${SENTENCES[1]}\n– ${SENTENCES[5]}\n– ${SENTENCES[3]}` }, ...plain];
    case 3:
      return [...plain, TABLE, { text: dice.one(SENTENCES) }];
    case 4:
      return Array.from({ length: 14 + dice.below(30) }, () => ({ text: sentences(dice, 2 + dice.below(4)) }));
    default:
      return plain;
  }
}

function signature(dice: Dice): LetterSignature {
  const by = { post: dice.one(POSTS), name: dice.one(['Е. В. Громова', 'А. Б. Константинопольская-Преображенская']) };
  const kind = dice.one(['UNSIGNED', 'SYSTEM', 'BY_HAND', 'QUALIFIED'] as const);
  if (kind !== 'QUALIFIED') return { ...by, kind };
  const owner = dice.one(['Громова Елена Викторовна', 'Константинопольская-Преображенская Александра Борисовна']);
  const certificate = { number: '00B4 21F6 0C5E 88D1', owner, from: '2026-03-12', to: '2027-06-12' } as const;
  return { ...by, kind, certificate };
}

function enclosures(dice: Dice): Enclosure[] {
  return Array.from({ length: dice.happens(0.5) ? 0 : 1 + dice.below(10) }, () => ({
    name: dice.one(FILES),
    ...(dice.happens(0.7) && { sheets: 1 + dice.below(20) }),
    ...(dice.happens(0.3) && { copies: 2 }),
  }));
}

function addressee(dice: Dice): Addressee {
  const lines = [dice.one(NAMES), dice.one(ADDRESSES), ...(dice.happens(0.2) ? [ADDRESSES[4]] : [])];
  return { kind: 'APPLICANT', lines };
}

/** Letters as offices write them, and as none should: long, short, foreign, broken. */
export function manyLetters(count: number): LetterPaper[] {
  return Array.from({ length: count }, (_, at) => {
    const dice = diceOf(at + 1);
    const whole = letter();
    const { nameSah: _sah, emblem: _emblem, ...plainHead } = whole.letterhead;
    const { code, executor, inReplyTo, number, date, ...rest } = whole;
    const isDraft = dice.happens(0.1);
    return {
      ...rest,
      letterhead: dice.happens(0.8) ? whole.letterhead : plainHead,
      ...(!isDraft && { number, date }),
      ...(dice.happens(0.8) && { inReplyTo }),
      addressee: addressee(dice),
      heading: dice.one(HEADINGS),
      salutation: dice.one(SALUTATIONS),
      paragraphs: body(dice),
      enclosures: enclosures(dice),
      signature: isDraft ? { post: POSTS[1], name: 'Е. В. Громова', kind: 'UNSIGNED' } : signature(dice),
      ...(dice.happens(0.8) && { executor }),
      ...(dice.happens(0.7) && { code }),
    } as LetterPaper;
  });
}
