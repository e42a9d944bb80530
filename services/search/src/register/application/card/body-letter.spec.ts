import { expect, it } from '@jest/globals';
import { memoryVault } from '@otklik/vault';
import { evolveCase, noCase } from '@otklik/case/case';
import { letterHead, openLetter } from './body-letter.js';
import { answered, received, registered, type Journey } from '../fold/journey.fixture.js';
import { isRegisterFact } from '../fold/register-fact.js';

const vault = memoryVault();
const letter = '7c1f3c1e-6c39-4b7a-9a51-9e6f2b8f9a01';
const deadline = { rule: 'REQ', duty: 'SUPPLY', dueOn: '2026-12-09', zone: 'Asia/Yakutsk' };

async function asked(): Promise<Journey> {
  const made = await received(vault, 'Чей участок?');
  await registered(made);
  const request = { request: letter, body: 'Росреестр', purpose: 'INFORMATION', deadline };
  await made.add('InformationRequested', request, { asked: 'Чей участок?' });
  return made;
}

function opened({ facts, question }: Journey) {
  const row = { fold: facts.filter(isRegisterFact).reduce(evolveCase, noCase), erased: false };
  const open = openLetter(row, { question, letter }, '2026-12-01');
  return open && letterHead(open, row);
}

it('opens the page of a request until the question ends, and then says that nothing is awaited any more', async () => {
  const made = await asked();
  expect(opened(made)).toMatchObject({ task: 'INFORMATION', dueOn: '2026-12-09', endedOn: null });
  await answered(made, 'Участок района');
  expect(opened(made)).toMatchObject({ body: 'Росреестр', endedOn: '2026-11-25' });
  await made.add('QuestionReopened', { person: made.person, times: 1, until: '2027-01-01', department: 'utilities' });
  expect(opened(made)).toMatchObject({ endedOn: '2026-11-25' });
});

it('does not open the page of what came, nor of a link that was revoked', async () => {
  const [came, revoked] = [await asked(), await asked()];
  await came.add('InformationReceived', { request: letter, receivedOn: '2026-11-25', source: 'LETTER' });
  await answered(came, 'Участок района');
  expect(opened(came)).toBeUndefined();
  await revoked.add('BodyLinkRevoked', { letter });
  expect(opened(revoked)).toBeUndefined();
});

it('asks for it by the term that counts from the day on which the letter left', async () => {
  const made = await asked();
  const later = { ...deadline, dueOn: '2026-12-14' };
  await made.add('InformationRequestSent', { request: letter, sentAt: '2026-11-27T02:00:00.000Z', deadline: later });
  expect(opened(made)).toMatchObject({ dueOn: '2026-12-14', endedOn: null });
});
