import { expect, it } from '@jest/globals';
import { canonicalJson, commandContext, commandIdOf } from './command-context.js';
import type { PermittedContext } from './request-context.js';

const appeal = '01930000-0000-7000-8000-000000000001';
const key = '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01';
const resident: PermittedContext = {
  actor: { kind: 'resident', district: 7, appeal, person: '01930000-0000-7000-8000-000000000002' },
  role: 'RESIDENT',
  rule: ['RESIDENT'],
  language: 'ru',
  requestId: 'r1',
};
const resources = { now: () => '2026-11-24T00:00:00.000Z', secret: (purpose: string) => Buffer.from(purpose) };

it('gives a repeated command the same id, and another actor, operation, district or key another one', () => {
  const id = commandIdOf(resident, 'rateAppeal', key);
  expect(commandIdOf(resident, 'rateAppeal', key.toUpperCase())).toBe(id);
  const others = [
    commandIdOf(resident, 'withdrawAppeal', key),
    commandIdOf({ ...resident, actor: { ...resident.actor, district: 8 } as never }, 'rateAppeal', key),
    commandIdOf({ ...resident, actor: { ...resident.actor, appeal: key } as never }, 'rateAppeal', key),
    commandIdOf(resident, 'rateAppeal', appeal),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

it('gives equal content the same fingerprint, whatever the order of its fields', () => {
  const of = (input: unknown) => commandContext(resident, 'rateAppeal', key, input, resources, appeal).fingerprint;
  expect(of({ key, score: 5 })).toBe(of({ score: 5, comment: null, key }));
  expect(of({ key, score: 5 })).not.toBe(of({ key, score: 4 }));
});

it('uses the appeal as the correlation id, and the actor with the role that permitted the command', () => {
  const context = commandContext(resident, 'rateAppeal', key, {}, resources, appeal);
  expect(context).toMatchObject({ district: 7, correlationId: appeal, at: resources.now() });
  expect(context.actor).toEqual({
    kind: 'resident',
    id: (resident.actor as { person: string }).person,
    role: 'RESIDENT',
  });
});

it('serialises equal content to equal JSON', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'я' })).toBe('{"a":"я","b":[{"d":1}]}');
});
