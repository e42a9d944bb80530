import { filledAnswer } from './filled-answer.js';
import { generatedTexts } from './generated-texts.js';

export const LIST_ROWS = 10_000;

export interface AskedPage {
  pageRows: number;
}

const DAY_MS = 86_400_000;
const district = { code: 'aldan', name: 'Алданский район', zone: 'Asia/Yakutsk' };
const departments = ['Отдел жилищных отношений', 'Управление городского хозяйства', 'Отдел образования'].map(
  (name, at) => ({ code: `d${at}`, name }),
);
const settlements = ['г. Алдан', 'г. Томмот', 'п. Нижний Куранах', 'п. Ленинский'].map((name, at) => ({
  code: `s${at}`,
  name,
}));
const topics = ['Уличное освещение', 'Переселение из ветхого жилья', 'Уборка снега'].map((name, at) => ({
  code: `t${at}`,
  name,
  department: departments[at],
}));
const officials = ['Дмитрий Охлопков', 'Мария Протопопова', 'Айаал Слепцов'].map((name, at) => ({
  id: idOf(900_000 + at),
  name,
}));
const channels = ['SITE', 'PAPER', 'RECEPTION', 'PHONE'];
const stages = [
  { state: 'ROUTED', response: null },
  { state: 'IN_WORK', response: { state: 'OPEN', outcome: null } },
  { state: 'IN_WORK', response: { state: 'DRAFTED', outcome: 'EXPLAINED' } },
  { state: 'IN_WORK', response: { state: 'SENT_BACK', outcome: null } },
];
const source = generatedTexts(17);
/** Excerpts, as the register cuts them. */
const texts = Array.from({ length: 500 }, () => source.text().slice(0, 240));

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const dayAfter = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const of = <One>(all: readonly One[], number: number): One => all[number % all.length]!;

/** The question at this place of the list, as `WorklistQuestion` selects it. */
export function rowAt(place: number) {
  return {
    id: idOf(place),
    version: 3,
    allowedActions: ['ROUTE_QUESTION', 'ASSIGN_EXECUTOR'],
    ordinal: 1,
    excerpt: of(texts, place),
    dueOn: dayAfter(Math.floor(place / 300) - 3),
    overdue: place < 900,
    ...of(stages, place),
    topic: of(topics, place),
    department: of(departments, place),
    executor: place % 4 === 0 ? null : of(officials, place),
    reason: { rule: 'lighting', words: ['фонарь'] },
    dueTerm: { rule: 'ANS', duty: 'ANSWER', source: 'ч. 1 ст. 12' },
    appeal: {
      id: idOf(100_000 + place),
      number: `${place + 1}-О/26`,
      receipt: `С-${place}`,
      registeredOn: dayAfter(-10),
      receivedAt: new Date(Date.now() - 11 * DAY_MS).toISOString(),
      channel: of(channels, place),
      regime: 'SOCIAL_MESSAGE',
      state: 'REGISTERED',
      place: 'ул. Быкова, 5',
      fileCount: place % 3,
      version: 4,
      settlement: of(settlements, place),
    },
  };
}

/** The same question after a colleague's act: another stage, executor and version. */
export function changedRow(place: number, change: number) {
  const executor = of(officials, place + change);
  return { ...rowAt(place), ...of(stages, place + change), executor, version: 3 + change };
}

export function countsOf(change: number) {
  const codes = ['UNASSIGNED', 'MINE', 'DUE_TODAY', 'OVERDUE'];
  return codes.map((code, at) => ({
    code,
    of: 'QUESTIONS',
    order: 'DEADLINE',
    totalIsExact: true,
    total: code === 'MINE' ? LIST_ROWS : 40 + at + (change % 7),
  }));
}

const viewer = {
  id: officials[0]!.id,
  login: 'aldan.executor',
  name: officials[0]!.name,
  roles: [{ role: 'COORDINATOR', operations: ['appeal', 'questions', 'routeQuestion'], district, department: null }],
};

function listOf(rows: number) {
  return {
    nodes: Array.from({ length: rows }, (_, place) => rowAt(place)),
    pageInfo: { endCursor: null, hasNextPage: false },
    total: LIST_ROWS,
    totalIsExact: true,
    liveCursor: '0',
  };
}

const { appeal, ...question } = rowAt(0);

/** A card of usual size: one question, a history of twelve facts. */
function cardOf(id: string) {
  const history = Array.from({ length: 12 }, (_, at) => ({
    type: 'QUESTION_ROUTED',
    title: 'Передано в отдел',
    at: appeal.receivedAt,
    text: of(texts, at),
    by: { name: officials[1]!.name },
  }));
  return {
    text: of(texts, 7),
    erased: false,
    stale: false,
    duplicateOf: null,
    ratingComment: null,
    place: { text: appeal.place, settlement: appeal.settlement },
    files: [],
    supplements: [],
    earlier: [],
    history,
    notices: [],
    responses: [],
    reactions: [],
    source: null,
    row: { ...appeal, id, rating: null, questions: [{ ...question, response: null }] },
  };
}

/** What the server says to an operation of the desk; undefined to one that no measured page sends. */
export function answerOf(operation: string, { pageRows }: AskedPage, id = ''): object | undefined {
  const answers: Readonly<Record<string, () => object>> = {
    Viewer: () => ({ viewer }),
    WorklistCounts: () => ({ worklists: countsOf(0) }),
    Directory: () => ({
      directory: {
        departments,
        topics,
        settlements,
        officials: officials.map((one) => ({ ...one, roles: ['EXECUTOR'], department: null })),
      },
    }),
    WorklistQuestions: () => ({ questions: listOf(pageRows), urgent: { nodes: [] } }),
    WorklistPreview: () => ({ appeal: { row: { id }, text: of(texts, 7), files: [], earlier: [] } }),
    Card: () => ({ appeal: cardOf(id) }),
  };
  const answer = answers[operation]?.();
  return answer && filledAnswer(operation, answer);
}
