import { expect, it } from '@jest/globals';
import { topics } from '@otklik/contracts/envelope';
import { sealedFields } from '@otklik/contracts/event-schema';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';
import { samples } from '@otklik/contracts/samples';
import { isUuid } from '@otklik/kernel';
import { Value } from 'typebox/value';

const published = [
  ...intakeEvents.map((schema) => ({ topic: 'intake.events', schema })),
  ...routingEvents.map((schema) => ({ topic: 'routing.events', schema })),
  ...responsesEvents.map((schema) => ({ topic: 'responses.events', schema })),
  ...notificationsEvents.map((schema) => ({ topic: 'notifications.events', schema })),
];
const nameOf = ({ type, schema }: { type: string; schema: number }) => `${type}.v${schema}`;
const all = samples();

it('has a sample of every event type in every version, and no other', () => {
  expect(all.map(({ name }) => name).sort()).toEqual(published.map(({ schema }) => nameOf(schema)).sort());
});

it.each(all.map(({ name, event }) => [name, event] as const))('parses %s with its schema', (name, event) => {
  const found = published.find(({ schema }) => nameOf(schema) === name);
  expect([...Value.Errors(found!.schema.data, event.data)]).toEqual([]);
  expect(event).toMatchObject({ type: found!.schema.type, schema: found!.schema.schema, topic: found!.topic });
  expect([event.id, event.stream, event.appeal, event.commandId].every(isUuid)).toBe(true);
  expect(event.correlationId).toBe(event.appeal);
});

it('refuses a field that the schema does not know, and a personal field in clear', () => {
  const sample = all.find(({ name }) => name === 'AppealReceived.v1')!.event;
  const { schema } = published[0]!;
  const data = sample.data as Record<string, unknown>;
  expect(Value.Check(schema.data, data)).toBe(true);
  expect(Value.Check(schema.data, { ...data, status: 'REGISTERED' })).toBe(false);
  for (const field of sealedFields(schema)) {
    expect([field, Value.Check(schema.data, { ...data, [field]: 'Яма на улице Ленина' })]).toEqual([field, false]);
  }
});

it('publishes on the topics that it names', () => {
  expect(new Set(published.map(({ topic }) => topic))).toEqual(new Set(topics));
});
