import { expect, it } from '@jest/globals';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { samples } from '@otklik/contracts/samples';
import type { RecordedEvent } from '@otklik/event-store';
import { Value } from 'typebox/value';
import { publishAppeal } from './publish-appeal.js';

const sampleOf = (type: string) =>
  samples().find(({ name }) => name === `${type}.v1`)!.event as unknown as RecordedEvent<Record<string, unknown>>;

/** What is stored beside what is published. */
const privately: Readonly<Record<string, object>> = {
  AppealReceived: { fingerprint: 'f' },
  DecisionTakenBack: { act: 'a' },
  AppealRegistered: { year: 2026, serial: 17 },
  AppealSupplemented: { act: 'a' },
  AppealRated: { act: 'a' },
  ReopeningRequested: { act: 'a' },
};

it.each(intakeEvents.map((schema) => [schema.type, schema] as const))(
  'publishes %s as its contract says',
  (type, schema) => {
    const sample = sampleOf(type);
    expect(Value.Check(schema.data, sample.data)).toBe(true);
    const published = publishAppeal({ ...sample, data: { ...sample.data, ...privately[type] } });
    expect(published).toEqual(sample);
  },
);

it('stops at a fact that it does not know', () => {
  expect(() => publishAppeal({ ...sampleOf('AppealWithdrawn'), type: 'AppealBurnt' })).toThrow('AppealBurnt');
});
