import { actionsOn } from '@otklik/case/case-actions';
import { describe, expect, it } from '@jest/globals';
import { topics, type PublicEvent } from '@otklik/contracts/envelope';
import { memoryVault, SealBroken } from '@otklik/vault';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import type { Acting } from '@otklik/case/action-facts';
import { evolveCase, noCase } from '@otklik/case/case';
import { isRoutedByWholeText } from '@otklik/case/question';

import { clearTexts } from '../card/clear-texts.js';
import { responseView } from '../card/row-view.js';
import { answered, officials, received, registered, type Journey } from './journey.fixture.js';
import { listedRow } from '../list/listed-row.js';
import { isRegisterFact } from './register-fact.js';
import { registerRow } from '../list/register-row.js';

const vault = memoryVault();

function folded(facts: readonly PublicEvent[]) {
  return facts.filter(isRegisterFact).reduce(evolveCase, noCase);
}

async function rowOf(facts: readonly PublicEvent[]) {
  const [first] = facts;
  const fold = folded(facts);
  const clear = await clearTexts(vault, first!.district, fold);
  return registerRow({ district: first!.district, id: first!.appeal, change: 1 }, fold, clear);
}

async function wholeJourney() {
  const made = await received(vault, 'Яма на дороге', { place: 'у школы', name: 'Иван' });
  await registered(made, 'АЛД-7');
  await answered(made, 'Яма засыпана');
  return made;
}

describe('the fold of an appeal', () => {
  it('shows the journey', async () => {
    const made = await wholeJourney();
    const states: (string | undefined)[] = [];
    for (let count = 1; count <= made.facts.length; count += 1) {
      const row = await rowOf(made.facts.slice(0, count));
      const [question] = row?.questions ?? [];
      states.push([row?.state, question?.questionState, question?.responseState].filter(Boolean).join(' '));
    }
    expect([...new Set(states)]).toEqual([
      ...['RECEIVED', 'TAKEN_UP', 'REGISTERED', 'REGISTERED OPEN', 'REGISTERED ROUTED', 'REGISTERED ROUTED OPEN'],
      ...['REGISTERED IN_WORK OPEN', 'REGISTERED IN_WORK DRAFTED', 'REGISTERED IN_WORK APPROVED'],
      ...['REGISTERED IN_WORK SIGNED', 'REGISTERED IN_WORK DISPATCHED', 'ANSWERED ANSWERED DISPATCHED'],
    ]);
    expect(await rowOf(made.facts)).toMatchObject({
      number: 'АЛД-7',
      registeredOn: '2026-11-24',
      rating: 5,
      regime: 'SOCIAL_MESSAGE',
      channel: 'SITE',
      questions: [{ department: 'utilities', topic: 'roads', executor: officials.executor, termKept: true }],
      erased: false,
      clear: { text: 'Яма на дороге', place: 'у школы', supplements: [], answers: ['Яма засыпана'] },
    });
    expect(await rowOf(made.facts)).not.toHaveProperty('dueOn');
    expect(await rowOf(made.facts.slice(0, 7))).toHaveProperty('dueOn', '2026-12-24');
  });

  it('is to be published once its author lets it be, and released by another official than who prepared it', async () => {
    const made = await wholeJourney();
    const question = { question: made.question };
    const publication = { ...question, publication: made.person };
    const stages: unknown[] = [];
    const acts: unknown[] = [];
    const offered = ['PROPOSE_PUBLICATION', 'PUBLISH_ANSWER', 'TAKE_BACK_PUBLICATION'];
    const look = async () => {
      const row = (await rowOf(made.facts))!;
      const { response } = listedRow(row).questions[0]!;
      const by = (official: string) =>
        responseView(
          response!,
          { department: 'utilities', executor: officials.executor, state: 'ANSWERED' },
          {
            official,
            mayActIn: () => 'ALL',
          },
        ).allowedActions.filter((one) => offered.includes(one));
      stages.push(row.questions[0]!.publication);
      acts.push([by(officials.executor), by('another')]);
    };
    await look();
    await made.add('PublicationAllowed', question);
    await look();
    const texts = { title: 't', matter: 'm', text: 'x' };
    await made.add('PublicationProposed', { ...publication, ground: 'CONSENT' }, texts);
    await look();
    await made.add('AnswerPublished', publication);
    await look();
    await made.add('PublicationDisallowed', question);
    await made.add('AnswerUnpublished', { ...publication, why: 'CONSENT_WITHDRAWN' });
    await look();
    expect(stages).toEqual([undefined, 'ALLOWED', 'PROPOSED', 'PUBLISHED', undefined]);
    const [propose, release, takeBack] = offered;
    expect(acts).toEqual([
      [[propose], [propose]],
      [[propose], [propose]],
      [[takeBack], [release, takeBack]],
      [[takeBack], [takeBack]],
      [[propose], [propose]],
    ]);
  });

  it('is due on the promised day until the promise is kept, and not for an erased person', async () => {
    const made = await wholeJourney();
    const ended = (await rowOf(made.facts))!.questions[0]!;
    expect(ended).toMatchObject({ result: 'MEASURES_TAKEN' });
    expect(ended).not.toHaveProperty('promise');
    await made.add('MeasuresPromised', { until: '2027-06-01' });
    expect((await rowOf(made.facts))!.questions).toMatchObject([
      { promise: 'WAITING', dueOn: '2027-06-01', due: '2027-06-01T24:00', termKept: true },
    ]);
    await made.add('PromiseExtended', { until: '2027-07-01', times: 1 }, { reason: 'мороз' });
    await made.add('PromiseConfirmed', { keptOn: '2027-07-02', zone: 'Asia/Yakutsk' }, { text: 'Сделали.' });
    const kept = (await rowOf(made.facts))!;
    expect(kept.questions).toMatchObject([{ promise: 'LATE', promiseKeptOn: '2027-07-02' }]);
    expect(kept.questions[0]).not.toHaveProperty('dueOn');
    expect(kept.clear.promises).toEqual({ [made.question]: 'Сделали.' });
    expect(listedRow(kept).questions).toMatchObject([{ promise: { until: '2027-07-01', extended: 1 } }]);
    expect(JSON.stringify(listedRow(kept))).not.toMatch(/sealed|Сделали/);
    await made.add('PersonErased', { person: made.person });
    expect((await rowOf(made.facts))!.questions[0]).not.toHaveProperty('promise');
  });

  it('lists a struck number with the ground', async () => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made, 'АЛД-8');
    expect(listedRow((await rowOf(made.facts))!)).not.toHaveProperty('struckFor');
    await made.add('RegistrationCorrected', { ground: 'DUPLICATE' }, { reason: 'Яма та же' });
    const listed = listedRow((await rowOf(made.facts))!);
    expect(listed).toMatchObject({ number: 'АЛД-8', state: 'STRUCK', struckFor: 'DUPLICATE' });
  });

  it.each([
    ['RegistrationCorrected', { ground: 'SPAM' }, { reason: 'Реклама' }],
    ['AppealWithdrawn', {}, {}],
  ] as const)('offers no act on a question after %s, before routing has closed it', async (type, data, texts) => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made, 'АЛД-11');
    const head: Acting = { official: 'head', mayActIn: () => 'ALL' };
    const offered = async () => {
      const row = (await rowOf(made.facts))!;
      const { questions, responses } = actionsOn(row.fold, head);
      return Object.values({ ...questions, ...responses }).flat();
    };
    expect(await offered()).toEqual(expect.arrayContaining(['ROUTE_QUESTION', 'FORWARD_QUESTION', 'LEAVE_UNANSWERED']));
    await made.add(type, data, texts);
    expect(await offered()).toEqual([]);
  });

  it('lists the number that a message had before it became an appeal', async () => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made, 'АЛД-С-9');
    expect(listedRow((await rowOf(made.facts))!)).not.toHaveProperty('registeredBefore');
    const again = { number: 'АЛД-9', journal: 'APPEALS', registeredOn: '2026-11-25', regime: 'APPEAL_59FZ' };
    await made.add('AppealRegistered', { ...again, year: 2026, sequence: 9 });
    expect(listedRow((await rowOf(made.facts))!)).toMatchObject({
      number: 'АЛД-9',
      registeredBefore: [{ number: 'АЛД-С-9', journal: 'MESSAGES' }],
    });
  });

  it('shows a topic that was chosen by a text which was split since, until it is chosen again', async () => {
    const made = await received(vault, 'Яма и фонарь');
    await registered(made, 'АЛД-10');
    const isOld = () => isRoutedByWholeText(folded(made.facts).questions[made.question]!);
    expect(isOld()).toBe(false);
    await made.add('QuestionSplit', { into: [] }, { text: 'Фонарь' });
    expect(isOld()).toBe(true);
    await made.add('QuestionSplitUndone', {}, { text: 'Яма и фонарь' });
    expect(isOld()).toBe(false);
    await made.add('QuestionSplit', { into: [] }, { text: 'Фонарь' });
    await made.add('QuestionJoined', { from: made.question }, { text: 'Яма и фонарь' });
    expect(isOld()).toBe(false);
    await made.add('QuestionJoinUndone', {}, { text: 'Фонарь' });
    expect(isOld()).toBe(true);
    await made.add('QuestionRouted', { topic: 'light', department: 'utilities', words: [] });
    expect(isOld()).toBe(false);
  });

  it('gives equal rows for every relative order of the topics, and facts that come again', async () => {
    const { facts } = await wholeJourney();
    const expected = await rowOf(facts);
    const queues = topics.map((topic) => facts.filter((fact) => fact.topic === topic));
    const picks = fc.array(fc.record({ topic: fc.nat(3), again: fc.boolean() }), { minLength: 60, maxLength: 90 });
    await fc.assert(
      fc.asyncProperty(picks, async (order) => {
        const left = queues.map((queue) => [...queue]);
        const heard: PublicEvent[] = [];
        for (const { topic, again } of order) {
          const next = again && heard.length > 0 ? heard[(topic * 7) % heard.length] : left[topic]?.shift();
          if (next) heard.push(next);
        }
        heard.push(...left.flat());
        expect(await rowOf(heard)).toEqual(expected);
        expect(JSON.stringify(folded(heard))).toBe(JSON.stringify(folded(facts)));
      }),
      { numRuns: 200 },
    );
  });

  it('holds the version of an answered appeal, and asked for again, answered again', async () => {
    const made = await wholeJourney();
    await made.add('ReopeningRequested', {}, { reason: 'яма снова' });
    expect(await rowOf(made.facts)).toMatchObject({ state: 'REOPEN_REQUESTED' });
    const answered = await made.add('AppealAnswered', { notice: made.notice, answeredOn: '2026-12-01' });
    const row = await rowOf(made.facts);
    expect(row).toMatchObject({ state: 'ANSWERED', fold: { appeal: { version: answered.version } } });
  });

  it.each(['FORWARDED', 'LEFT_UNANSWERED'] as const)('%s: an end that is no answer is not called one', async (end) => {
    const made = await received(vault, 'нужна ссылка на закон');
    await registered(made);
    if (end === 'LEFT_UNANSWERED') await made.add('QuestionLeftUnanswered', { ground: 'COURT', earlier: [] });
    await made.add('QuestionEnded', { end, endedOn: '2026-11-25', zone: 'Asia/Yakutsk' });
    const row = (await rowOf(made.facts))!;
    expect(row.state).toBe(end);
    expect(listedRow(row).questions[0]?.ground).toBe(end === 'LEFT_UNANSWERED' ? 'COURT' : undefined);
  });

  it('waits for a reader of what was added after the signature, until it is read or considered again', async () => {
    const added = async (made: Journey, at: string) => {
      const event = await made.add('AppealSupplemented', { files: [] }, { text: 'и у школы' });
      made.facts[made.facts.length - 1] = { ...event, at };
    };
    const before = await wholeJourney();
    await added(before, '2026-11-25T01:59:59.000Z');
    expect(await rowOf(before.facts)).not.toHaveProperty('awaits');
    for (const end of ['SupplementAcknowledged', 'ReopeningGranted']) {
      const made = await wholeJourney();
      await added(made, '2026-11-25T02:00:01.000Z');
      expect(await rowOf(made.facts)).toMatchObject({ state: 'ANSWERED', awaits: 'READER' });
      await made.add(end, { times: 1 });
      expect(await rowOf(made.facts)).not.toHaveProperty('awaits');
      await added(made, '2026-11-26T00:00:00.000Z');
      expect(await rowOf(made.facts)).toMatchObject({ awaits: 'READER' });
      await made.add('AppealWithdrawn');
      expect(await rowOf(made.facts)).not.toHaveProperty('awaits');
    }
  });

  it('is no row before the appeal itself is known', async () => {
    const { facts } = await wholeJourney();
    expect(await rowOf(facts.filter(({ topic }) => topic !== 'intake.events'))).toBeUndefined();
  });

  it('takes a decision back, with what it had changed', async () => {
    const made = await received(vault, 'Яма');
    await made.add(
      'MessageTurnedIntoAppeal',
      { regime: 'APPEAL_59FZ' },
      { identification: 'VISIT', identifiedBy: 'паспорт' },
    );
    expect(await rowOf(made.facts)).toMatchObject({ state: 'TAKEN_UP', regime: 'APPEAL_59FZ' });
    await made.add('DecisionTakenBack', {}, { reason: 'ошибка' });
    expect(await rowOf(made.facts)).toMatchObject({ state: 'RECEIVED', regime: 'SOCIAL_MESSAGE' });
  });

  it('opens no text that was sealed for another field', async () => {
    const made = await wholeJourney();
    const fold = folded(made.facts);
    const { text, name } = fold.appeal.received!;
    expect(text).toBeDefined();
    const moved = { ...fold, appeal: { ...fold.appeal, received: { ...fold.appeal.received!, text: name! } } };
    await expect(clearTexts(vault, made.district, moved)).rejects.toThrow(SealBroken);
  });

  it('has neither department nor executor after the department returned the question', async () => {
    const made = await received(vault, 'Яма');
    await registered(made);
    await made.add('ExecutorAssigned', { executor: officials.executor, department: 'utilities' });
    await made.add('QuestionReturned', {}, { reason: 'не наше' });
    const [question] = (await rowOf(made.facts))?.questions ?? [];
    expect(question).toMatchObject({ questionState: 'RETURNED', topic: 'roads' });
    expect(question).not.toHaveProperty('department');
    expect(question).not.toHaveProperty('executor');
  });

  it('has no executor, and nothing that was said to him, after the assignment was taken back', async () => {
    const made = await received(vault, 'Яма');
    await registered(made);
    const before = (await rowOf(made.facts))?.fold.questions;
    await made.add(
      'ExecutorAssigned',
      { executor: officials.executor, department: 'utilities' },
      { resolution: 'Осмотреть' },
    );
    await made.add('AssignmentTakenBack', {});
    const row = await rowOf(made.facts);
    expect(row?.questions).toMatchObject([{ questionState: 'ROUTED', department: 'utilities' }]);
    const versionless = (questions: typeof before) => Object.values(questions!).map((one) => ({ ...one, version: 0 }));
    expect(versionless(row?.fold.questions)).toEqual(versionless(before));
  });

  it('has nothing clear of an erased person, even while the key is cached', async () => {
    const made = await wholeJourney();
    await made.add('PersonErased', { person: made.person, ground: 'просьба' });
    expect(await rowOf(made.facts)).toMatchObject({ erased: true, clear: { supplements: [], answers: [] } });
    expect(JSON.stringify((await rowOf(made.facts))?.clear)).not.toContain('Яма');
  });

  it('stays a tombstone for statistics once its term of storage is over: the same columns, no text and no person', async () => {
    const made = await wholeJourney();
    const kept = await rowOf(made.facts);
    await made.add('PersonErased', { person: made.person, ground: 'RETENTION_ENDED' });
    const tombstone = await rowOf(made.facts);
    const { clear: _texts, fold: _before, erased: _, ...columns } = kept!;
    expect(tombstone).toMatchObject(columns);
    const { fold: _fold, ...shown } = tombstone!;
    const listed = { ...shown, listed: listedRow(tombstone!) };
    for (const told of ['Яма', 'школы', 'Иван', made.person]) expect(JSON.stringify(listed)).not.toContain(told);
  });

  it('understands the sample of every public event', () => {
    const samples = new URL('../../../../../../libs/contracts/samples/', import.meta.url);
    for (const file of readdirSync(samples)) {
      const event = JSON.parse(readFileSync(new URL(file, samples), 'utf8')) as PublicEvent;
      expect(isRegisterFact(event) && evolveCase(noCase, event)).not.toBe(noCase);
    }
  });
});
