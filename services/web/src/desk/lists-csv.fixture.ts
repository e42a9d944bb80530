const classified = {
  code: '0003.0009.0099.0742.0110',
  name: 'ремонт',
  path: ['Экономика', 'Хозяйство', 'Транспорт', 'Дороги'],
};

/** Rows with what a file must keep as it is: several lines, separators, formulas, absent values. */
export const official = {
  id: 'o1',
  version: 1,
  name: 'Анна Лазарева',
  login: 'aldan.lazareva',
  state: 'WORKING',
  roles: [
    { role: 'EXECUTOR', department: { code: 'zhkh', name: 'Отдел ЖКХ; дорог' } },
    { role: 'APPROVER', department: null },
  ],
  absence: null,
  substitutions: [],
};
export const onDuty = {
  official: { id: 'o1', name: 'Анна Лазарева' },
  position: 'начальник отдела',
  roles: ['EXECUTOR', 'APPROVER'],
  absence: { from: '2026-03-01', to: '2026-03-14', reason: 'VACATION', standIn: { name: 'Пётр Иванов' } },
  substitutedBy: [{ substitute: { name: 'Пётр Иванов' }, order: '12-р; 1' }],
  substituteOf: [{ name: 'Ольга Ким' }],
};
const at = '2026-03-05T01:02:03.000Z';
export const openings = [
  {
    id: 'a',
    at,
    kind: 'CONTACT',
    official: { id: 'o1', name: 'Анна Лазарева', department: 'Отдел ЖКХ' },
    role: 'EXECUTOR',
    onBehalfOf: 'Пётр Иванов',
    appeal: { id: 'x', number: 'АЛД-А-2026-7' },
    reason: 'уточнить "адрес"',
    rows: undefined,
    exported: undefined,
  },
  {
    id: 'b',
    at,
    kind: 'EXPORT',
    official: { id: 'o1', name: 'Анна Лазарева', department: 'Отдел ЖКХ' },
    role: undefined,
    onBehalfOf: undefined,
    appeal: undefined,
    reason: undefined,
    rows: 12,
    exported: { exported: 'WORKLIST', worklist: 'IN_WORK' },
  },
];
export const record = {
  id: 'r',
  at,
  by: { name: 'Анна Лазарева' },
  onBehalfOf: null,
  official: null,
  text: '=Роль "EXECUTOR" дана;\nс 5 марта',
};
export const access = { id: 'c', at, kind: 'SIGN_IN_FAILED', official: null, detail: 'PASSWORD' };
export const journalEntry = {
  id: 'x',
  number: 'АЛД-А-2026-7',
  registeredOn: '2026-03-05',
  regime: 'APPEAL_59FZ',
  channel: 'SITE',
  state: 'IN_WORK',
  struckFor: null,
  registeredBefore: [{ number: 'АЛД-С-2026-3', registeredOn: '2026-03-01' }],
  gist: null,
  excerpt: 'Яма на дороге;\nвторая строка',
  place: 'ул. Ленина',
  fileCount: 2,
  settlement: { name: 'Томмот' },
  questions: [
    {
      id: 'q',
      state: 'ANSWERED',
      termKept: false,
      topic: { name: 'Дороги' },
      department: { name: 'Отдел ЖКХ' },
      executor: { name: 'Анна Лазарева' },
      deadline: { dueOn: '2026-04-04', dueAt: null },
      response: { outcome: 'EXPLAINED' },
    },
  ],
};
export const outgoing = {
  id: 'n',
  notice: {
    id: 'n',
    kind: 'ANSWERED',
    way: 'PAPER',
    body: null,
    proof: '01-12/7 2026-03-06',
    dispatchedAt: null,
    outgoing: { number: '01-12/7', on: '2026-03-05' },
    lateProof: { way: 'PAPER' },
    posting: {
      means: 'LETTER',
      number: '01-12/7',
      sentOn: '2026-03-06',
      track: null,
      by: { name: 'Анна Лазарева' },
      after: null,
    },
  },
  course: 'ON_ITS_WAY',
  appeal: { id: 'x', number: null, receipt: 'ABCDE-FGHIJ' },
  addresseeOpens: true,
};
export const boardRow = {
  name: 'Отдел ЖКХ',
  whose: { department: 'zhkh' },
  numbers: { open: 4, dueToday: 0, coming: 2, overdue: 1, answered: 9, kept: 7, late: 1, sameDay: 0 },
};
export const found = {
  id: 'x',
  number: null,
  receipt: 'ABCDE-FGHIJ',
  registeredOn: null,
  receivedAt: at,
  district: { name: 'Алданский район', zone: 'Asia/Yakutsk' },
  settlement: null,
  channel: 'SITE',
  state: 'REGISTERED',
  dueAt: null,
  dueOn: '2026-04-04',
  rating: 5,
  excerpt: '-1; текст',
  questions: [
    {
      topic: { name: 'Дороги' },
      classified,
      department: null,
      result: 'EXPLAINED',
      ground: null,
      termKept: true,
    },
  ],
};
export const item = {
  id: 'q',
  appeal: 'x',
  number: 'АЛД-А-2026-7',
  registeredOn: '2026-03-05',
  receivedAt: at,
  channel: 'PAPER',
  sentBy: 'PROSECUTOR',
  repeatOf: 'АЛД-А-2025-3',
  gist: '+7 914; звоните',
  settlement: 'Томмот',
  place: 'ул. Ленина',
  topic: { code: 'roads', name: 'Дороги' },
  classified: [classified, classified],
  executor: 'Анна Лазарева',
  department: { code: 'zhkh', name: 'Отдел ЖКХ' },
  stage: 'worklist.responseAPPROVED',
  results: ['EXPLAINED'],
  dueOn: '2026-04-04',
  dueAt: '2026-04-04T05:00:00.000Z',
};
