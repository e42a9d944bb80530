import type { LetterPaper, PaperLanguage, Paragraph } from './letter-paper.js';
import { letter } from './letters.fixture.js';

type Case = Partial<LetterPaper> & { readonly says: readonly string[] };

const ROADS = {
  kind: 'BODY',
  lines: [
    'Управление автомобильных дорог',
    'Республики Саха (Якутия)',
    'ул. Дзержинского, д. 20,',
    'г. Якутск, 677000',
  ],
} as const;
const PROSECUTOR = {
  kind: 'OFFICIAL',
  lines: ['Прокурору Алданского района', 'Тихонову А. А.', 'ул. Ленина, д. 22,', 'г. Алдан, 678900'],
} as const;
const own = { post: 'Глава района', name: 'С. П. Егоров', kind: 'SYSTEM' } as const;
const byHand = { post: 'Исполняющий обязанности главы района', name: 'И. О. Черёмушкин', kind: 'BY_HAND' } as const;
const LAW = 'Федерального закона от 02.05.2006 № 59-ФЗ «О порядке рассмотрения обращений граждан Российской Федерации»';
/** What a paragraph says in the language of the republic. */
const SAKHA = 'Эн көрдөһүүгүн ылынныбыт, сокуон быһаарбыт болдьоҕор хоруйдуохпут. Ҥ ҥ, Һ һ, Ү ү, Ө ө, Ҕ ҕ.';

const CASES: Readonly<Record<string, Case>> = {
  ANSWER: { says: ['Дорога расчищена 26 ноября 2026 г., работы приняты.', 'Снег вывезен.'] },
  REGISTERED: {
    heading: 'О регистрации обращения',
    enclosures: [],
    signature: own,
    says: [`Ваше обращение зарегистрировано 28.10.2026 за № АЛД-О-2026-174 в соответствии со статьёй 8 ${LAW}.`],
  },
  FORWARD_NOTICE: {
    heading: 'Уведомление о переадресации обращения',
    signature: own,
    enclosures: [],
    says: [
      'Вопрос 2 направлен 13 ноября 2026 г. в Управление автомобильных дорог, исх. № 1109.',
      `Основание: часть 3 статьи 8 ${LAW}.`,
    ],
  },
  COVERING: {
    addressee: ROADS,
    heading: 'О направлении обращения по компетенции',
    salutation: '',
    enclosures: [
      { name: 'копия обращения', sheets: 1 },
      { name: 'фотографии', sheets: 2, copies: 1 },
    ],
    says: [`В соответствии с частью 3 статьи 8 ${LAW} направляем вопрос 2 обращения № АЛД-О-2026-190.`],
  },
  REQUEST: {
    addressee: PROSECUTOR,
    heading: 'О запросе сведений',
    salutation: 'Уважаемый Андрей Андреевич!',
    enclosures: [],
    says: [`На основании части 2 статьи 10 ${LAW} просим сообщить сведения в течение 15 дней.`],
  },
  CLARIFY: {
    heading: 'О недостающих сведениях',
    signature: byHand,
    says: ['Просим указать номер дома. Срок ответа не приостановлен.'],
  },
  EXTENSION: {
    heading: 'О продлении срока',
    says: [`Срок продлён до 28.12.2026 на основании части 2 статьи 12 ${LAW}.`],
  },
  REFUSAL: {
    heading: 'Об оставлении обращения без ответа по существу',
    says: [`Текст не поддаётся прочтению: часть 4 статьи 11 ${LAW}.`],
  },
  INTERIM: {
    heading: 'О ходе рассмотрения',
    says: ['Замеры сделаны, ремонт начат.'],
    paragraphs: [
      { text: 'Замеры за пять дней:' },
      {
        title: 'Замеры температуры воздуха',
        head: ['Дата', 'Утро, °C', 'Вечер, °C', 'Что сделано'],
        rows: Array.from({ length: 12 }, (_, at) => [
          `${at + 10}.11.2026`,
          `+${at + 10}`,
          '+17',
          'слив и разборка стояков',
        ]),
      },
      { text: 'Работы закончатся 10 декабря 2026 г.' },
    ],
  },
  ENDED: { heading: 'О прекращении переписки', says: ['Ответы даны: № 88 от 12.05.2025, № 91 от 15.06.2025.'] },
  RETURNED: {
    heading: 'О возвращении обращения',
    enclosures: [{ name: 'обращение', sheets: 3, copies: 1 }],
    says: ['Возвращаем обращение.'],
  },
  LONG: {
    heading: 'О расселении дома',
    says: Array.from(
      { length: 24 },
      (_, at) =>
        `${at + 1}) Дом № ${at + 1} по ул. Ленина обследован комиссией 27 октября 2026 г., тел. 8 (41145) 0-00-01; акт подписал И. О. Черёмушкин, следующее обследование назначено после установки маяков на трещины несущих стен.`,
    ),
  },
};

export const KINDS = Object.keys(CASES);

/** A letter of that kind; in Sakha its paragraphs are, the form stays in the language of the state. */
export function letterOf(kind: string, language: PaperLanguage): LetterPaper {
  const { says, ...changes } = CASES[kind]!;
  const own: Paragraph[] = says.map((text) => ({ text }));
  const sakha: Paragraph[] = [
    { text: SAKHA, language: 'sah' },
    { text: `${SAKHA} ${SAKHA}`, language: 'sah' },
  ];
  const written = changes.paragraphs ?? own;
  return letter({ ...changes, paragraphs: language === 'sah' ? [...sakha, ...written] : written });
}
