import { expect, it } from '@jest/globals';
import { messageName } from '@otklik/contracts/asyncapi';
import { declareEvent, Personal } from '@otklik/contracts/declare-event';
import { topics } from '@otklik/contracts/envelope';
import { eventSample } from '@otklik/contracts/event-sample';
import { AppealReceived } from '@otklik/contracts/intake.events';
import { eventOwners, publishedBy } from '@otklik/contracts/published-events';
import { samples } from '@otklik/contracts/samples';
import { isUuid } from '@otklik/kernel';
import Type from 'typebox';
import { Value } from 'typebox/value';

const published = eventOwners.flatMap((owner) => publishedBy(owner).map((event) => ({ topic: owner.topic, event })));
const all = samples();
const declarationOf = (name: string) => published.find(({ event }) => messageName(event) === name)!;

it('lists each declared event under its own name', () => {
  for (const { events } of eventOwners) {
    expect(Object.keys(events)).toEqual(Object.values(events).map(({ type }) => type));
  }
});

it('has a frozen sample of every published event in every version, and no other', () => {
  expect(all.map(({ name }) => name).sort()).toEqual(published.map(({ event }) => messageName(event)).sort());
});

it.each(all.map(({ name, event }) => [name, event] as const))('still parses the frozen sample %s', (name, sample) => {
  const { topic, event } = declarationOf(name);
  expect([...Value.Errors(event.data, sample.data)]).toEqual([]);
  expect(sample).toMatchObject({ type: event.type, schema: event.schema, topic });
  expect([sample.id, sample.stream, sample.appeal, sample.commandId].every(isUuid)).toBe(true);
  expect(sample.correlationId).toBe(sample.appeal);
});

it.each(all.map(({ name, event }) => [name, event] as const))(
  'only adds fields to the frozen sample %s',
  (name, sample) => {
    const { topic, event } = declarationOf(name);
    const generated = eventSample(topic, event);
    expect([...Value.Errors(event.data, generated.data)]).toEqual([]);
    expect(Object.keys(generated.data as object)).toEqual(expect.arrayContaining(Object.keys(sample.data as object)));
  },
);

it('notices a field that was removed, renamed, or added without being optional', () => {
  const { data } = all.find(({ name }) => name === 'NoteAdded.v1')!.event;
  const version = (fields: Parameters<typeof Type.Object>[0]) =>
    declareEvent('NoteAdded', 1, { titles: { ru: 'x', en: 'x' }, fields }).data;
  const fields = { question: Type.String(), text: Personal };
  expect(Value.Check(version(fields), data)).toBe(true);
  expect(Value.Check(version({ ...fields, tone: Type.Optional(Type.String()) }), data)).toBe(true);
  expect(Value.Check(version({ text: Personal }), data)).toBe(false);
  expect(Value.Check(version({ ...fields, tone: Type.String() }), data)).toBe(false);
});

it('refuses a field that is not declared, and a personal field in clear', () => {
  const data = all.find(({ name }) => name === 'AppealReceived.v1')!.event.data as Record<string, unknown>;
  expect(Value.Check(AppealReceived.data, { ...data, status: 'REGISTERED' })).toBe(false);
  expect(AppealReceived.personal).toEqual([
    ...['subject', 'text', 'name', 'contact', 'surname', 'givenName', 'patronymic', 'phone', 'address', 'forwardedBy'],
    ...[
      'receivedFromBody',
      'placeText',
      'point',
      'topicAnswers',
      'fileNames',
      'originReason',
      'sourceRef',
      'sourceUrl',
      'mailId',
    ],
  ]);
  for (const field of AppealReceived.personal) {
    expect([field, Value.Check(AppealReceived.data, { ...data, [field]: 'Яма на улице Ленина' })]).toEqual([
      field,
      false,
    ]);
  }
});

it('accepts a value of an enumeration that a newer build added', () => {
  const data = all.find(({ name }) => name === 'AppealReceived.v1')!.event.data as Record<string, unknown>;
  expect(Value.Check(AppealReceived.data, { ...data, channel: 'MESSENGER' })).toBe(true);
  expect(Value.Check(AppealReceived.data, { ...data, channel: 'a messenger' })).toBe(false);
});

it('publishes on the topics that it names', () => {
  expect(new Set(published.map(({ topic }) => topic))).toEqual(new Set(topics));
});
