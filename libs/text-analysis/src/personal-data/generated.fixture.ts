import { mulberry32 } from '@otklik/kernel';
import { FORMS, type Form } from './generated-forms.fixture.js';

/** One text with an item of personal data in a context, and the item's place. */
export interface Generated {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Random = () => number;

/** Words before and after an item: money, contracts, places, other numbers, ends of lines. None of them is personal. */
const BEFORE = [
  ...['', 'Прошу помочь. ', 'по контракту звоните ', 'по муниципальному контракту не сделано, ', 'закупка сорвана: '],
  ...[
    'долг 12 400 рублей, ',
    'заплатили 3 500 руб. ',
    'на сумму 1 250 000 рублей, ',
    'р.п. Чульман, ',
    'п. Лебединый\n',
  ],
  ...[
    'г. Алдан, ',
    'с 1 по 15 декабря 2026 года ',
    'с 9:00 до 18:00 ',
    'по статье 12 закона 59-ФЗ ',
    'квитанция за ноябрь: ',
  ],
  ...['сведения:\n', '— ', '(', 'пишу третий раз: ', 'в 2025-2026 годах не решили, ', 'цена 89 тысяч, ', 'школа № 2, '],
];
const AFTER = [
  ...[
    '',
    '.',
    ' .',
    '\n',
    ', жду ответа.',
    ' руб',
    ' рублей не вернули',
    ' 4 500 руб. долга',
    ' р.п. Чульман',
    ' п. Лебединый',
  ],
  ...[
    ' — контракт не исполнен',
    ' по контракту № 0116300000126000012',
    ')',
    ';\nвопрос второй раз',
    ' до 15.12.2026',
    ', в 18:00',
  ],
  ...[' и снова отписка', '! Сколько ждать?', ', 2 этаж', ' (третий месяц)', ' кадастр 14:02:100123:45'],
];

/** Letters that look alike in both alphabets. */
const TWINS: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  с: 'c',
  р: 'p',
  х: 'x',
  А: 'A',
  О: 'O',
  С: 'C',
};
const TWIN_SHARE = 0.15;

/** So many, each form in each context in turn; what the seed decides is the rest. */
export function generated(count: number, seed: number): readonly Generated[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, at) => {
    const form = FORMS[at % FORMS.length]!;
    const round = Math.floor(at / FORMS.length);
    const before = BEFORE[(round * 7 + at) % BEFORE.length]!;
    const after = afterOf(form, AFTER[(round * 5 + at * 3) % AFTER.length]!);
    const { head = '', item, tail = '' } = form.make(random);
    const written = form.hasTwins !== false && random() < TWIN_SHARE ? twins(item) : item;
    const start = before.length + head.length;
    return { kind: form.kind, text: `${before}${head}${written}${tail}${after}`, start, end: start + written.length };
  });
}

/** A number of a house is no number of a house before «руб». */
function afterOf({ isShort }: Form, after: string): string {
  return isShort === true && /^ ?(?:\d|руб|п\.|р\.)/u.test(after) ? ', прошу помочь' : after;
}

function twins(text: string): string {
  return [...text].map((letter) => TWINS[letter] ?? letter).join('');
}
