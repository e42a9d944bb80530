import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import type { EventDeclaration } from '@otklik/contracts/declare-event';
import { eventOwners } from '@otklik/contracts/published-events';
import { sealedTitles } from '../../register/application/fold/sealed-titles.js';
import { caseReport, type OpenedEvent } from './case-report.js';

const district = { name: 'Алданский район', zone: 'Asia/Yakutsk' } as District;
const number = 'АЛД-О-2026-14';
const at = '2026-12-01T10:00:00.000Z';
const event = (type: string, when: string, data: OpenedEvent['data']): OpenedEvent => ({
  type,
  at: when,
  stream: 's',
  data,
});
const reported = (...events: readonly OpenedEvent[]): string =>
  JSON.stringify(caseReport(district, number, events, at).paragraphs);

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

it('says of what its taker may not open that it is left out', () => {
  const sealed = 'sealed:1:8c6e4a52-4b0c-4d7e-9a55-0d2a7a6a7f11:AAAA';
  const said = reported(event('AppealReceived', at, { text: 'Яма', name: sealed }));
  expect(said).toContain('Имя: не вложено: роль составителя не открывает имя и контакт');
  expect(said).not.toContain('sealed:');
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
