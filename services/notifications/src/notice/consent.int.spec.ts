import { expect, it } from '@jest/globals';
import { uuidv5 } from '@otklik/kernel';
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { deliver, events, letterOf, newCase, tell, until, type Case } from './notices-world.fixture.js';

async function withdrawn(made: Case, regime: string) {
  const { appeal, person } = made;
  const event = tell('intake.events', 'ConsentWithdrawn', appeal, appeal, { person, regime });
  await deliver(event);
  return event;
}

const wayOf = async (notice: string) => ((await events(notice))[0]!.data as { way: string }).way;

it('confirms by the contact for the last time; then a message is answered on its page alone', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(made.received, made.registered);
  const fact = await withdrawn(made, 'SOCIAL_MESSAGE');
  const notice = uuidv5(fact.id, 'notice');
  await until(notice, 'NoticeDispatched');
  const { subject, text } = await simpleParser(readFileSync(letterOf(fact)));
  expect([subject, text]).toEqual([
    expect.stringContaining('Согласие на обработку данных отозвано'),
    expect.stringContaining('АЛД-М-2026-17'),
  ]);

  await deliver(fact);
  await deliver(made.signed);
  await until(made.notice, 'NoticePosted');
  expect(await wayOf(made.notice)).toBe('PAGE');
}, 60_000);

it('leaves the notices of an appeal as the law has them', async () => {
  const made = await newCase('anna@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
  await deliver(made.received, made.registered);
  await withdrawn(made, 'APPEAL_59FZ');
  await deliver(made.signed);
  await until(made.notice, 'NoticeDispatched');
  expect(await wayOf(made.notice)).toBe('EMAIL');
}, 60_000);

it('waits for the submission, and writes to no one without an e-mail', async () => {
  const made = await newCase('+79140000000', 'PHONE');
  const fact = await withdrawn(made, 'SOCIAL_MESSAGE');
  const notice = uuidv5(fact.id, 'notice');
  expect(await events(notice)).toEqual([]);
  await deliver(made.received, made.registered);
  expect(await events(notice)).toEqual([]);
}, 60_000);
