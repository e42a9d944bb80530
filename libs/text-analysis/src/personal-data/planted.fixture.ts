import { mulberry32 } from '@otklik/kernel';
import type { PersonalKind } from './found.js';

/** Personal data as a person writes it, and the pieces of it of which none may be left. */
export interface Planted {
  readonly kind: PersonalKind;
  readonly text: string;
  readonly secrets: readonly string[];
}

export type Random = () => number;

/** So many, of every kind in turn. */
export function planted(count: number, seed: number): readonly Planted[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, at) => makers[at % makers.length]!(random));
}

/** Around what is planted: words of appeals without a digit or a name. */
export const CARRIERS: readonly ((planted: string) => string)[] = [
  (one) => `Добрый день! Во дворе не горит фонарь, прошу принять меры. ${one}`,
  (one) => `${one}. Дорогу не чистят с осени, дети идут по проезжей части.`,
  (one) => `Прошу ответить письменно, ${one}, заранее спасибо за помощь.`,
  (one) => `из крана идёт ржавая вода, никто не приезжает ${one} жду ответа`,
  (one) => `Управляющая компания не отвечает (${one}), крыша течёт.`,
  (one) => `Мусор не вывозят.\n${one}\nКонтейнеры переполнены.`,
];

const pick = <Value>(random: Random, values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const SURNAMES =
  `Иванов Петров Сидоров Слепцов Аммосов Никифоров Габышев Кузнецов Попов Васильев Смирнов Охлопков Хабибуллин
  Егоров Гаврильев Протодьяконов Мельников Фёдоров Тимофеев Ларионов`.split(/\s+/u);
const MEN = ['Иван', 'Сергей', 'Александр', 'Дмитрий', 'Айсен', 'Николай', 'Андрей', 'Виктор', 'Прокопий', 'Илья'];
const WOMEN = ['Мария', 'Елена', 'Ольга', 'Светлана', 'Туйаара', 'Наталья', 'Анна', 'Татьяна', 'Сардана', 'Валентина'];
const FATHERS = ['Иван', 'Петр', 'Степан', 'Семен', 'Егор', 'Роман', 'Афанась', 'Василь', 'Никола', 'Алексе'];

const patronymic = (random: Random, isWoman: boolean): string => {
  const father = pick(random, FATHERS);
  const link = /[ьае]$/u.test(father) ? 'ев' : 'ов';
  return `${father}${link}${isWoman ? 'на' : 'ич'}`;
};

interface Person {
  readonly surname: string;
  readonly given: string;
  readonly father: string;
}

function person(random: Random): Person {
  const isWoman = random() < 0.5;
  const surname = `${pick(random, SURNAMES)}${isWoman ? 'а' : ''}`;
  return { surname, given: pick(random, isWoman ? WOMEN : MEN), father: patronymic(random, isWoman) };
}

/** «Сидоровой Марии Ивановны», «Петрову Ивану». */
function genitive({ surname, given, father }: Person): Person {
  const isWoman = surname.endsWith('а');
  const of = (word: string): string =>
    word
      .replace(/ия$/u, 'ии')
      .replace(/(?<=[^и])я$/u, 'и')
      .replace(/(?<=[жшк])а$/u, 'и')
      .replace(/а$/u, 'ы')
      .replace(/й$/u, 'я');
  const man = (word: string): string => (/[бвгдзклмнпрстфхч]$/u.test(word) ? `${word}а` : of(word));
  return isWoman
    ? { surname: surname.replace(/а$/u, 'ой'), given: of(given), father: of(father) }
    : { surname: `${surname}а`, given: man(given), father: man(father) };
}

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  с: 'c',
  р: 'p',
  х: 'x',
  К: 'K',
  М: 'M',
  С: 'C',
  Н: 'H',
};
const homoglyphs = (text: string): string => [...text].map((letter) => LATIN[letter] ?? letter).join('');

function name(random: Random): Planted {
  const nominative = person(random);
  const { surname, given, father } = random() < 0.3 ? genitive(nominative) : nominative;
  const initials = `${given[0]}.${pick(random, ['', ' '])}${father[0]}.`;
  const text = pick(random, [
    `${surname} ${given} ${father}`,
    `${given} ${father} ${surname}`,
    `${given} ${father}`,
    `${given} ${surname}`,
    `${surname} ${given}`,
    `${surname} ${initials}`,
    `${initials} ${surname}`,
    `${surname} ${given} ${father}`.toLowerCase(),
    `${surname} ${given} ${father}`.toUpperCase(),
    homoglyphs(`${surname} ${given} ${father}`),
    `моя соседка ${surname}`,
  ]);
  return {
    kind: 'NAME',
    text,
    secrets: text
      .replace('моя соседка ', '')
      .split(/[\s.]+/u)
      .filter(({ length }) => length > 2),
  };
}

function number(kind: PersonalKind, form: (random: Random) => string): (random: Random) => Planted {
  return (random) => {
    const text = obscured(random, form(random));
    return { kind, text, secrets: text.match(/[\p{Nd}ОЗ]{2,}|\p{Nd}/gu) ?? [] };
  };
}

/** Spaced, with look-alike letters, with other digits and spaces, or as it is. */
function obscured(random: Random, text: string): string {
  const way = random();
  if (way < 0.07) return text.replace(/\d/gu, (digit) => `${digit} `).trimEnd();
  if (way < 0.14) return text.replaceAll('0', 'О').replaceAll('3', 'З');
  if (way < 0.18) return text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  if (way < 0.22) return text.replaceAll(' ', '\u00a0').replaceAll('-', '–');
  if (way < 0.26) return text.replace(/(?<=\d)(?=\d)/gu, '\u200b');
  return text;
}

const phone = number('PHONE', (random) => {
  const code = `9${digits(random, 2)}`;
  const [a, b, c] = [digits(random, 3), digits(random, 2), digits(random, 2)];
  return pick(random, [
    `8 ${code} ${a} ${b} ${c}`,
    `8${code}${a}${b}${c}`,
    `+7${code}${a}${b}${c}`,
    `+7 (${code}) ${a}-${b}-${c}`,
    `8-${code}-${a}-${b}-${c}`,
    `8(${code})${a}-${b}-${c}`,
    `8.${code}.${a}.${b}.${c}`,
    `7${code}${a}${b}${c}`,
    `${code} ${a} ${b} ${c}`,
    `8 (41145) ${digits(random, 1)}-${b}-${c}`,
    `тел. ${digits(random, 1)}-${b}-${c}`,
    `телефон ${a}${b}${c}`,
  ]);
});

const snils = number('SNILS', (random) => {
  const [a, b, c, d] = [`1${digits(random, 2)}`, digits(random, 3), digits(random, 3), digits(random, 2)];
  return pick(random, [
    `${a}-${b}-${c} ${d}`,
    `СНИЛС ${a}${b}${c}${d}`,
    `${a} ${b} ${c} ${d}`,
    `снилс ${a}-${b}-${c}-${d}`,
  ]);
});

const passport = number('DOCUMENT', (random) => {
  const [series, rest] = [`98${digits(random, 2)}`, `1${digits(random, 5)}`];
  return pick(random, [
    `паспорт ${series} ${rest}`,
    `паспорт ${series.slice(0, 2)} ${series.slice(2)} ${rest}`,
    `паспорт серия ${series} номер ${rest}`,
    `${series} № ${rest}`,
    `${series}${rest}`,
    `${series} ${rest}`,
  ]);
});

const card = number('DOCUMENT', (random) => {
  const groups = [`2202`, digits(random, 4), digits(random, 4), digits(random, 4)];
  return pick(random, [groups.join(' '), groups.join(''), groups.join('-'), `карта ${groups.join(' ')}`]);
});

const account = number('DOCUMENT', (random) =>
  pick(random, [
    `счёт 40817810${digits(random, 12)}`,
    `р/с 40817 810 ${digits(random, 1)} ${digits(random, 4)} ${digits(random, 7)}`,
    `лицевой счет ${digits(random, 9)}`,
    `л/с ${digits(random, 8)}`,
    `ИНН 14${digits(random, 10)}`,
    `полис ОМС ${digits(random, 16)}`,
  ]),
);

function email(random: Random): Planted {
  const login = `${pick(random, ['ivanova', 'petrov', 'sardana', 'a.semenov', 'olga_k'])}${digits(random, 2)}`;
  const host = pick(random, ['mail.ru', 'yandex.ru', 'gmail.com', 'bk.ru']);
  const [domain, zone] = host.split('.');
  const text = pick(random, [
    `${login}@${host}`,
    `${login}@${host}`,
    `почта ${login} @ ${host}`,
    `${login}(собака)${host}`,
    `${login} собака ${domain} точка ${zone}`,
    `${login}＠${host}`,
    `мастер${digits(random, 2)}@алдан.рф`,
  ]);
  return { kind: 'EMAIL', text, secrets: [login, domain!, 'алдан.рф', 'мастер'] };
}

function address(random: Random): Planted {
  const street = pick(random, [
    'Ленина',
    'Октябрьская',
    'Кирова',
    'Слепцова',
    'Достовалова',
    '50 лет Октября',
    'Мегино-Кангаласская',
  ]);
  const oblique = street.replace(/ая$/u, 'ой');
  const [house, flat] = [`${1 + Math.floor(random() * 98)}`, `${1 + Math.floor(random() * 180)}`];
  const text = pick(random, [
    `ул. ${street}, д. ${house}, кв. ${flat}`,
    `ул ${street.toLowerCase()} ${house} кв ${flat}`,
    `улица ${street}, дом ${house}, квартира ${flat}`,
    `живу на улице ${oblique}, в доме ${house}, квартира ${flat}`,
    `${street} ${house}-${flat}`,
    `${street}, ${house}, кв. ${flat}`,
    `ул. ${street}, ${house}/${flat}`,
    `улица ${street} ${house}а`,
    `пер. ${street}, д.${house} кв.${flat}`,
    `мкр. Солнечный, д. ${house}, кв. ${flat}`,
    `д ${house} кв ${flat}`,
    `дом ${house} корпус 2 квартира ${flat}`,
    `Ленинский проспект, ${house}, ${flat}`,
    `кв. ${flat}`,
  ]);
  return { kind: 'ADDRESS', text, secrets: text.replace(/^50 лет|(?<=\s)50 лет/u, '').match(/\d+/gu) ?? [] };
}

const makers: readonly ((random: Random) => Planted)[] = [
  phone,
  name,
  snils,
  name,
  passport,
  address,
  card,
  name,
  account,
  email,
  address,
  phone,
];
