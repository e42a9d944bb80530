import type { CardPaper, EnvelopesPaper, JournalPaper, RegistryPaper } from './form-papers.js';

const madeAt = '2026-11-27T05:02:00.000Z';
const from = {
  name: 'Администрация Алданского района',
  address: 'ул. Октябрьская, 1, г. Алдан, Республика Саха (Якутия), 678900',
};
const person = {
  name: 'Старостиной Виктории Павловне',
  address: 'ул. Школьная, д. 5, с. Хатыстыр, Алданский район, Республика Саха (Якутия), 678955',
};
const body = {
  name: 'Управление автомобильных дорог Республики Саха (Якутия)',
  address: '677000, г. Якутск, ул. Дзержинского, д. 20',
};

export const envelopes = (size: 'DL' | 'C5'): EnvelopesPaper => ({
  layout: 'ENVELOPES',
  size,
  from,
  envelopes: [
    { to: person, number: '1204-О', sentAs: 'Заказное' },
    { to: body, number: '1109' },
  ],
  madeAt,
});

export const registry: RegistryPaper = {
  layout: 'REGISTRY',
  number: '14',
  date: '2026-11-27',
  category: 'письмо заказное с простым уведомлением',
  from,
  rows: [
    { to: person, track: '67890094004176', number: '1204-О' },
    { to: body, number: '1109' },
  ],
  sender: 'ведущий специалист М. С. Кузьмина',
  madeAt,
};

export const card: CardPaper = {
  layout: 'CARD',
  body: 'Администрация Алданского района',
  number: 'АЛД-О-2026-206',
  date: '2026-11-26',
  control: 'у главы района · ответить до 28.12.2026',
  code: 'OTK1:aldan:7KQ4M2VD3H:CARD',
  fields: [
    { title: 'Корреспондент', text: 'Местникова Анна Егоровна', width: 6 },
    { title: 'Адрес', text: '678953, г. Томмот, ул. Мира, д. 18, кв. 2', width: 6 },
    { title: 'Телефон, почта', text: '8 924 000-12-60', width: 3 },
    { title: 'Вид', text: 'жалоба, по 59-ФЗ', width: 3 },
    { title: 'Откуда', text: 'сайт', width: 3 },
    { title: 'Листов, приложений', text: '', width: 3 },
    { title: 'Краткое содержание', text: 'Трещина в несущей стене, просит комиссию.', width: 12 },
    { title: 'Резолюция', text: 'Винокуровой С. А. Создать комиссию, осмотреть дом до 04.12.', width: 8 },
    { title: 'Автор резолюции, дата', text: 'Егоров С. П., 27.11.2026', width: 4 },
  ],
  questions: [['1', 'Винокурова С. А., соисп. Охлопков Д. И.', '18.12.2026']],
  course: [['26.11.2026', 'Дежурному ЖКХ сообщено о навесе снега', 'Кузьмина М. С.']],
  outcome: [
    { title: 'Дата и № ответа', text: '', width: 3 },
    { title: 'Результат', text: '', width: 6 },
    { title: 'Срок продлён до', text: '', width: 3 },
    { title: 'С контроля снял, подпись', text: '', width: 6 },
    { title: 'Дело, том, листы', text: '', width: 6 },
  ],
  opened: 'Имя и адрес показаны по причине «печать РКК», 27.11.2026, 14:02, Никифорова Т. П.',
  madeAt,
};

export const journal: JournalPaper = {
  layout: 'JOURNAL',
  title: 'Журнал обращений с 01.11.2026 по 30.11.2026',
  head: ['№', 'Дата', 'Заявитель', 'О чём', 'Исполнитель', 'Срок'],
  rows: Array.from({ length: 60 }, (_, at) => [
    `АЛД-О-2026-${at}`,
    '26.11.2026',
    'Местникова Анна Егоровна',
    'Отопление в детском саду',
    'Охлопков Д. И.',
    '28.12.2026',
  ]),
  opened: 'Имена открыты по причине «проверка», 27.11.2026, Никифорова Т. П.',
  madeAt,
};
