import { expect, it } from '@jest/globals';
import type { QuestionPart } from '@otklik/case/question';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { District } from '@otklik/tenancy';
import type { EventDeclaration } from '@otklik/contracts/declare-event';
import { eventOwners } from '@otklik/contracts/published-events';
import { sealedTitles } from '../../register/application/fold/sealed-titles.js';
import { caseReport, type OpenedEvent } from './case-report.js';
import { caseTerms } from './case-terms.js';

const district = { name: 'Алданский район', zone: 'Asia/Yakutsk' } as District;
const number = 'АЛД-О-2026-14';
const at = '2026-12-01T10:00:00.000Z';
const event = (type: string, when: string, data: OpenedEvent['data']): OpenedEvent => ({
  type,
  at: when,
  stream: 's',
  data,
});
const terms = { title: 'Сроки', head: [], rows: [] };
const nameOf = (id: string) => (id === 'o' ? 'Елена Громова' : undefined);
const reported = (...events: readonly OpenedEvent[]): string =>
  JSON.stringify(caseReport(district, number, events, at, { terms, nameOf }).paragraphs);

const dispatched = (data: OpenedEvent['data']): OpenedEvent =>
  event('NoticeDispatched', '2026-11-28T15:30:00.000Z', data);

it('says of each proof what it is, and where what it proves stands', () => {
  const said = reported(
    dispatched({ way: 'THREAD', proof: '8', link: 'https://vk.example/wall-1_2?reply=8' }),
    dispatched({ way: 'EMAIL', proof: '250 2.0.0 Ok: queued as 4F' }),
    dispatched({ way: 'THREAD', proof: 'SEEN_THERE' }),
  );
  expect(said).toContain('комментарий, его номер в сети: 8; адрес: https://vk.example/wall-1_2?reply=8');
  expect(said).toContain('почтовый сервер принял письмо, ответ сервера: 250 2.0.0 Ok: queued as 4F');
  expect(said).toContain('человек видел его на месте');
});

it('has its events in their order, at the district’s hours, and says of an erased text that it is', () => {
  const said = reported(
    dispatched({ way: 'PAPER', proof: 'RR1' }),
    event('AppealReceived', '2026-11-27T15:30:00.000Z', { text: null, name: 'Иванов' }),
  );
  expect(said).toMatch(/28\.11\.2026 00:30[^]*29\.11\.2026 00:30/);
  expect(said).toContain('стёрто по требованию или по сроку хранения');
  expect(said).toContain('Имя: Иванов');
});

it('says of a control until which day it is, and that it was prolonged', () => {
  const control = (when: string, until: string) => event('QuestionPutUnderControl', when, { until });
  const said = reported(
    control('2026-11-28T15:30:00.000Z', '2026-12-20'),
    control('2026-11-27T15:30:00.000Z', '2026-12-10'),
  );
  expect(said).toMatch(/Взято на контроль до 10\.12\.2026[^]*Контроль продлён до 20\.12\.2026/);
});

it('says of who signed in that it is an account, not a subject of mail', () => {
  expect(reported(event('AppealReceived', at, { subject: 'https://id.example 17' }))).toContain(
    'Учётная запись заявителя: https://id.example 17',
  );
});

it('is no letter, and says so', () => {
  const { named, addressee } = caseReport(district, number, [], at, { terms, nameOf });
  expect([named, addressee.lines]).toEqual(['Отчёт о деле', []]);
});

it('says of what its taker may not open that it is left out', () => {
  const sealed = 'sealed:1:8c6e4a52-4b0c-4d7e-9a55-0d2a7a6a7f11:AAAA';
  const said = reported(event('AppealReceived', at, { text: 'Яма', name: sealed }));
  expect(said).toContain('Имя: не вложено: роль составителя не открывает имя и контакт');
  expect(said).not.toContain('sealed:');
});

it('says once of several fields that they are left out', () => {
  const sealed = 'sealed:1:8c6e4a52-4b0c-4d7e-9a55-0d2a7a6a7f11:AAAA';
  const said = reported(event('AppealReceived', at, { name: sealed, contact: sealed }));
  expect(said.match(/не вложено/g)).toHaveLength(1);
});

it('says who acted, and of a term what it obliges to, until when and by which article', () => {
  const by = (kind: 'official' | 'resident', id: string) => ({ actor: { kind, id } });
  const term = { duty: 'ANSWER', dueOn: '2026-12-28', source: '59-ФЗ, ст. 12 ч. 1', zone: 'Asia/Yakutsk' };
  const said = reported(
    event('DeadlineSet', at, term),
    { ...event('ResponseSigned', at, {}), ...by('official', 'o') },
    { ...event('ResponseApproved', at, {}), ...by('official', 'gone') },
    { ...event('AppealRated', at, {}), ...by('resident', 'r') },
  );
  expect(said).toContain('ответить до 28.12.2026, 59-ФЗ, ст. 12 ч. 1');
  for (const who of ['Елена Громова', 'сотрудник', 'заявитель']) expect(said).toContain(`"${who}"`);
});

it('has the terms that bind with what came of them, and none that obliges only if it is decided so', () => {
  const set = (rule: string, duty: string, dueOn: string) =>
    ({ rule, duty, dueOn, zone: 'Asia/Yakutsk', source: 'ст. 12' }) as DeadlineSetData;
  const part = (state: string, ordinal: number, more: object) =>
    ({ state, ordinal, deadlines: [set('ANS', 'ANSWER', '2026-11-28')], ...more }) as unknown as QuestionPart;
  const questions = {
    late: part('ANSWERED', 2, { answeredOn: '2026-11-30' }),
    kept: part('ANSWERED', 1, { answeredOn: '2026-11-28' }),
    missed: part('ASSIGNED', 3, {}),
  };
  expect(caseTerms({ questions }, at).rows).toEqual([
    ['1', 'ответить', '28.11.2026', 'соблюдён, 28.11.2026', 'ст. 12'],
    ['2', 'ответить', '28.11.2026', 'сделано с опозданием, 30.11.2026', 'ст. 12'],
    ['3', 'ответить', '28.11.2026', 'истёк, а дело не сделано', 'ст. 12'],
  ]);
  const decided = { ...part('ROUTED', 1, {}), deadlines: [set('COURT', 'RETURN', '2026-12-09')] };
  expect(caseTerms({ questions: { decided } }, at).rows).toEqual([]);
});

const declared = eventOwners.flatMap(({ events }) =>
  Object.values<EventDeclaration>(events).flatMap(({ type, personal }) =>
    personal.map((field) => [type, field] as const),
  ),
);

it.each(declared)('has of %s what was sealed as %s', (type, field) => {
  expect(reported(event(type, at, { [field]: 'то, что было написано' }))).toContain('то, что было написано');
});

it('has no title for a field that no event has', () => {
  const fields = new Set(declared.map(([, field]) => field));
  expect(Object.keys(sealedTitles).filter((field) => !fields.has(field))).toEqual([]);
});
