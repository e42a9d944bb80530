import { compact } from '@otklik/kernel';
import type { Random } from './generated.fixture.js';

/** A way to write an item of one class. `item` must be masked, `head` and `tail` are the words with which it comes. */
export interface Form {
  readonly kind: string;
  readonly make: (random: Random) => { readonly head?: string; readonly item: string; readonly tail?: string };
  /** It may be written with letters of the other alphabet; false where a Latin word would become another. */
  readonly hasTwins?: boolean;
  /** A house, a flat: too short to be distinguished from a sum before «руб». */
  readonly isShort?: boolean;
}

const one = <Value>(random: Random, values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
const n = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const upTo = (random: Random, most: number): string => String(1 + Math.floor(random() * most));

const WORDS_UNITS = 'ноль один два три четыре пять шесть семь восемь девять'.split(' ');
const WORDS_TEENS =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const WORDS_TENS = '- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const WORDS_HUNDREDS = '- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');

/** As one says the digits of a group. */
function spoken(digits: string): string {
  if (digits.length === 3 && digits.startsWith('0')) return `ноль ${spoken(digits.slice(1))}`;
  if (digits.length === 3) {
    const rest = digits.slice(1) === '00' ? '' : ` ${spoken(digits.slice(1).replace(/^0/u, ''))}`;
    return `${WORDS_HUNDREDS[Number(digits[0])]}${rest}`;
  }
  if (digits.length === 1) return WORDS_UNITS[Number(digits)]!;
  if (digits.startsWith('0')) return `ноль ${WORDS_UNITS[Number(digits[1])]}`;
  if (digits.startsWith('1')) return WORDS_TEENS[Number(digits[1])]!;
  return `${WORDS_TENS[Number(digits[0])]}${digits.endsWith('0') ? '' : ` ${WORDS_UNITS[Number(digits[1])]}`}`;
}

const mobile = (random: Random) => [`9${n(random, 2)}`, n(random, 3), n(random, 2), n(random, 2)] as const;

const LAST =
  'Сыромятников Кычкин Дьячковский Томский Ядрихинский Лыткин Софронов Корякин Атласов Винокуров Зарубин'.split(' ');
const FIRST = 'Аркадий Юрий Кирилл Степан Фёдор Ньургун Глеб Марк Тимофей Руслан'.split(' ');
const PATER = 'Ильич Петрович Спиридонович Гаврильевич Дмитриевич Лукич Кузьмич'.split(' ');
const HER_LAST = 'Сыромятникова Кычкина Дьячковская Ядрихинская Лыткина Софронова Корякина Винокурова Зарубина'.split(
  ' ',
);
const HER_FIRST = 'Розалия Зоя Людмила Айыына Вера Полина Евдокия Матрёна Диана Галина'.split(' ');
const HER_PATER = 'Ильинична Петровна Спиридоновна Гаврильевна Дмитриевна Лукинична Кузьминична'.split(' ');

const full = (random: Random): string =>
  random() < 0.5
    ? `${one(random, LAST)} ${one(random, FIRST)} ${one(random, PATER)}`
    : `${one(random, HER_LAST)} ${one(random, HER_FIRST)} ${one(random, HER_PATER)}`;

const STREETS =
  'Зинштейна Билибина Быкова Тарабукина Заречная Дражная Строителей Слепнёва Комсомольская Полярная'.split(' ');
const OBLIQUE =
  'Зинштейна Билибина Быкова Тарабукина Заречной Дражной Строителей Слепнёва Комсомольской Полярной'.split(' ');

const phone = (make: Form['make'], hasTwins?: boolean): Form => ({ kind: 'phone', make, ...compact({ hasTwins }) });
const phones: readonly Form[] = [
  phone((random) => ({ item: `8${mobile(random).join('')}` })),
  phone((random) => ({ head: 'тел. ', item: `8${mobile(random).join('')}` })),
  phone((random) => ({ item: `+7 ${mobile(random).join(' ')}` })),
  phone((random) => {
    const [code, a, b, c] = mobile(random);
    return { head: one(random, ['мой номер ', 'сот. ', '']), item: `8 (${code}) ${a}-${b}-${c}` };
  }),
  phone((random) => ({
    item: `8${one(random, ['.', ' - ', '-', '*', '/'])}${mobile(random).join(one(random, ['.', '-', ' ']))}`,
  })),
  phone((random) => ({ head: 'звонить: ', item: mobile(random).join('') })),
  phone((random) => {
    const [code, a, b, c] = mobile(random);
    return { item: `8${code}\n${a}\n${b}-${c}` };
  }),
  phone((random) => ({ item: [...`8${mobile(random).join('')}`].join(' ') })),
  phone((random) => ({ head: 'тел. ', item: `${upTo(random, 9)}-${n(random, 2)}-${n(random, 2)}` })),
  phone((random) => ({ head: 'городской ', item: `8 (41145) ${upTo(random, 9)}-${n(random, 2)}-${n(random, 2)}` })),
  phone((random) => ({
    head: 'номер ',
    item: ['8', ...mobile(random)].map(spoken).join(one(random, [' ', ', ', '-'])),
  })),
  phone((random) => {
    const [code, a, b, c] = mobile(random);
    return { item: `восемь ${code} ${spoken(a)} ${b} ${spoken(c)}` };
  }),
  phone((random) => ({ item: `8${mobile(random).join('')}`.replaceAll('0', 'О').replaceAll('3', 'З') }), false),
];

const login = (random: Random): string =>
  `${one(random, ['tomsk', 'lira_k', 'nik.vin', 'zarubin-a', 'roza'])}${n(random, 2)}`;
const mails: readonly Form[] = [
  (random: Random) => `${login(random)}@${one(random, ['mail.ru', 'ya.ru', 'bk.ru', 'gmail.com'])}`,
  (random: Random) => `${login(random)}${one(random, ['(at)', ' (at) ', '[at]', ' at '])}mail.ru`,
  (random: Random) =>
    `${login(random)} ${one(random, ['собачка', 'собака', '(собачка)'])} mail ${one(random, ['точка', '.'])} ru`,
  (random: Random) => `${login(random)}собачкаmail.ru`,
].map((form): Form => ({ kind: 'mail', make: (random) => ({ item: form(random) }), hasTwins: false }));

const pages: readonly Form[] = [
  (random: Random) => ({ item: `vk.com/${login(random)}` }),
  (random: Random) => ({ item: `https://vk.com/id${n(random, 8)}` }),
  (random: Random) => ({ item: `t.me/${login(random)}` }),
  (random: Random) => ({ item: `ok.ru/profile/${n(random, 9)}` }),
  (random: Random) => ({ item: `instagram.com/${login(random)}` }),
  (random: Random) => ({ head: one(random, ['телеграм ', 'тг: ', 'инстаграм ', 'вк ']), item: `@${login(random)}` }),
].map((make): Form => ({ kind: 'page', make, hasTwins: false }));

const names: readonly Form[] = [
  (random: Random) => ({ item: full(random) }),
  (random: Random) => ({ item: full(random).toLowerCase() }),
  (random: Random) => ({ item: full(random).toUpperCase() }),
  (random: Random) => ({ item: `${one(random, LAST)} ${one(random, FIRST)[0]}. ${one(random, PATER)[0]}.` }),
  (random: Random) => ({ item: `${one(random, HER_FIRST)} ${one(random, HER_PATER)}` }),
  (random: Random) => ({ item: `${one(random, HER_FIRST)} ${one(random, HER_LAST)}` }),
  (random: Random) => ({ head: one(random, ['сосед ', 'гражданин ', 'мастер ']), item: one(random, LAST) }),
].map((make): Form => ({ kind: 'name', make }));

const LATIN_FIRST = ['Arkady', 'Rosa', 'Sergey', 'Ivan', 'Anna', 'Kirill', 'Elena', 'Dmitry'];
const LATIN_LAST = ['Syromyatnikov', 'Kychkina', 'Lytkin', 'Sofronova', 'Vinokurov', 'Zarubina', 'Atlasov'];
const otherNames: readonly Form[] = [
  (random: Random) => ({ item: `${one(random, LATIN_FIRST)} ${one(random, LATIN_LAST)}` }),
  (random: Random) => ({
    item: `${one(random, LATIN_LAST)} ${one(random, LATIN_FIRST)} ${one(random, ['Petrovich', 'Ilyinichna'])}`,
  }),
  (random: Random) => ({
    item: `${one(random, ['Керимов', 'Велиев'])} ${one(random, ['Тофик', 'Рауф'])} ${one(random, ['Ариф', 'Расим'])} оглы`,
  }),
  (random: Random) => ({
    item: `${one(random, ['Керимова', 'Велиева'])} ${one(random, ['Севда', 'Наргиз'])} ${one(random, ['Ариф', 'Расим'])} кызы`,
  }),
  (random: Random) => ({ head: `тел. 8${mobile(random).join('')}, `, item: one(random, [...FIRST, ...HER_FIRST]) }),
  (random: Random) => ({ head: 'тел ', item: `${one(random, HER_FIRST)} 8${mobile(random).join('')}` }),
].map((make): Form => ({ kind: 'other name', make, hasTwins: false }));

const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const date = (random: Random): string =>
  `${String(1 + Math.floor(random() * 28)).padStart(2, '0')}.${String(1 + Math.floor(random() * 12)).padStart(2, '0')}.19${one(random, ['48', '61', '79', '85'])}`;
const births: readonly Form[] = [
  (random: Random) => ({ item: date(random), tail: ' г.р.' }),
  (random: Random) => ({ item: date(random), tail: ' года рождения' }),
  (random: Random) => ({
    head: one(random, ['дата рождения ', 'дата рождения: ', 'родился ', 'родилась ']),
    item: date(random),
  }),
  (random: Random) => ({
    head: 'родилась ',
    item: `${upTo(random, 28)} ${one(random, MONTHS)} 19${n(random, 1)}7`,
    tail: ' года',
  }),
  (random: Random) => ({ item: `19${one(random, ['48', '61', '79'])}`, tail: ' г.р.' }),
].map((make): Form => ({ kind: 'birth', make }));

const documents: readonly Form[] = [
  (random: Random) => ({ head: 'паспорт ', item: `98 ${n(random, 2)} ${n(random, 6)}` }),
  (random: Random) => ({ item: `98${n(random, 2)} № ${n(random, 6)}` }),
  (random: Random) => ({ head: 'загранпаспорт ', item: `7${n(random, 1)} ${n(random, 7)}` }),
  (random: Random) => ({
    head: one(random, ['паспорт Узбекистана ', 'паспорт гражданина Кыргызстана ']),
    item: `AB ${n(random, 7)}`,
  }),
  (random: Random) => ({
    head: one(random, ['СНИЛС ', 'снилс: ', '']),
    item: `1${n(random, 2)}-${n(random, 3)}-${n(random, 3)} ${n(random, 2)}`,
  }),
  (random: Random) => ({ head: 'СНИЛС ', item: `1${n(random, 10)}` }),
  (random: Random) => ({
    head: one(random, ['карта ', 'на карту ', '']),
    item: `2202 ${n(random, 4)} ${n(random, 4)} ${n(random, 4)}`,
  }),
  (random: Random) => ({ head: one(random, ['карта ', '']), item: `2202${n(random, 12)}` }),
  (random: Random) => ({ head: 'лицевой счёт ', item: `2${n(random, 8)}` }),
  (random: Random) => ({ head: one(random, ['счёт ', 'р/с ']), item: `40817810${n(random, 12)}` }),
  (random: Random) => ({ head: 'ИНН ', item: `14${n(random, 10)}` }),
  (random: Random) => ({ head: 'полис ОМС ', item: `14${n(random, 14)}` }),
].map((make): Form => ({ kind: 'document', make, hasTwins: false }));

const plate = 'АВЕКМНОРСТУХ';
const letter = (random: Random): string => plate[Math.floor(random() * plate.length)]!;
const plates: readonly Form[] = [
  (random: Random) => `${letter(random)}${n(random, 3)}${letter(random)}${letter(random)}14`,
  (random: Random) => `${letter(random)} ${n(random, 3)} ${letter(random)}${letter(random)} 14 RUS`,
  (random: Random) => `${letter(random)}${n(random, 3)}${letter(random)}${letter(random)} 125`.toLowerCase(),
].map((make): Form => ({
  kind: 'plate',
  make: (random) => ({ head: one(random, ['машина ', 'госномер ']), item: make(random) }),
}));

const addresses: readonly Form[] = [
  (random: Random) => ({
    head: `ул. ${one(random, STREETS)}, д. `,
    item: `${upTo(random, 90)}, кв. ${upTo(random, 90)}`,
  }),
  (random: Random) => ({ head: `${one(random, STREETS)}, `, item: upTo(random, 90) }),
  (random: Random) => ({ head: `${one(random, STREETS)} `, item: `${upTo(random, 90)}-${upTo(random, 90)}` }),
  (random: Random) => ({ head: 'у дома ', item: upTo(random, 90), tail: ` по улице ${one(random, OBLIQUE)}` }),
  (random: Random) => ({ head: 'дом ', item: upTo(random, 90), tail: ` на улице ${one(random, OBLIQUE)}` }),
  (random: Random) => ({ head: 'возле дома № ', item: upTo(random, 90), tail: ` по ${one(random, OBLIQUE)}` }),
  (random: Random) => ({ head: 'дом ', item: spoken(upTo(random, 90)), tail: ` квартира ${spoken(upTo(random, 90))}` }),
  (random: Random) => ({ head: 'квартира ', item: spoken(upTo(random, 90)) }),
  (random: Random) => ({ head: `улица ${one(random, STREETS)} дом `, item: spoken(upTo(random, 90)) }),
  (random: Random) => ({ head: 'живу в квартире ', item: upTo(random, 90) }),
].map((make): Form => ({ kind: 'address', make, isShort: true, hasTwins: false }));

/** Every class in turn. */
export const FORMS: readonly Form[] = [
  ...[...phones, ...mails, ...pages, ...names, ...otherNames],
  ...[...births, ...documents, ...plates, ...addresses],
];
