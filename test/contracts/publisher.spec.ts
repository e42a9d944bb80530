import { expect, it } from '@jest/globals';
import { declareEvent, declarePrivateEvent, ownedEvents, Personal } from '@otklik/contracts/declare-event';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { eventOwners } from '@otklik/contracts/published-events';
import { publisher, type Recorded } from '@otklik/contracts/publisher';
import { samples } from '@otklik/contracts/samples';
import { UnknownType } from '@otklik/kernel';
import Type from 'typebox';

const titles = { ru: 'x', en: 'x' };
const owned = ownedEvents('intake.events', {
  Measured: declareEvent('Measured', 2, {
    titles,
    fields: { length: Type.Integer(), note: Type.Optional(Personal) },
    unpublished: { commandId: Type.String() },
  }),
  Reviewed: declarePrivateEvent('Reviewed', 1, { titles, fields: { by: Type.String() } }),
});

function recorded(type: string, data: unknown): Recorded {
  const { topic: _topic, appeal: _appeal, ...sample } = samples()[0]!.event;
  return { ...sample, type, data };
}

it('publishes the declared fields of an event, and no unpublished or undeclared one', () => {
  const stored = recorded('Measured', { length: 3, commandId: 'c', stray: 'x' });
  expect(publisher(owned)(stored)).toEqual({
    ...stored,
    schema: 2,
    topic: 'intake.events',
    appeal: stored.correlationId,
    data: { length: 3 },
  });
});

it('keeps a private event inside its service', () => {
  expect(publisher(owned)(recorded('Reviewed', { by: 'x' }))).toBeUndefined();
});

it('publishes by a mapping where one is written', () => {
  const publish = publisher(owned, { Measured: ({ length }) => ({ length: Number(length) * 10 }) });
  expect(publish(recorded('Measured', { length: 3, commandId: 'c' }))?.data).toEqual({ length: 30 });
});

it('throws UnknownType for an event that the service does not declare', () => {
  expect(() => publisher(owned)(recorded('Burnt', {}))).toThrow(UnknownType);
});

it.each(eventOwners.map((owner) => [owner.topic, owner] as const))(
  'publishes every frozen sample of %s as it is, whatever is stored beside it',
  (topic, owner) => {
    const publish = publisher(owner);
    const mine = samples().filter(({ event }) => event.topic === topic);
    expect(mine.length).toBeGreaterThan(3);
    for (const { event } of mine) {
      const { topic: _topic, appeal: _appeal, ...stored } = event as PublicEvent<string, object>;
      const declared = Object.values(owner.events).find(({ type }) => type === event.type)!;
      const secret = Object.keys(declared.stored.properties).filter((name) => !(name in declared.data.properties));
      const withSecrets = { ...stored.data, ...Object.fromEntries(secret.map((name) => [name, 'secret'])) };
      expect(publish({ ...stored, data: withSecrets })).toEqual(event);
    }
  },
);
