import { describe, expect, it } from '@jest/globals';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { memoryVault } from '@otklik/vault';
import { evolveCase, noCase } from '@otklik/case/case';
import { clearTexts, decryptMany } from '../card/clear-texts.js';
import { answered, received, registered, type Journey } from '../fold/journey.fixture.js';
import { isRegisterFact } from '../fold/register-fact.js';
import { registerRow } from '../list/register-row.js';
import { residentTexts } from './resident-texts.js';
import { residentView } from './resident-view.js';

const vault = memoryVault();
const district = {
  id: 1,
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  officials: [],
  policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 14, numberPrefix: 'АЛД' },
  calendar: { version: '1', days: {}, years: [] },
  departments: [{ id: 'd', code: 'utilities', name: 'Управление ЖКХ' }],
  topics: [{ code: 'roads', name: 'Дороги' }],
  organisations: [],
  settlements: [],
  routingRules: [],
  synonyms: [],
} as unknown as District;

async function viewOf(made: Journey, today = '2026-11-26') {
  const fold = made.facts.filter(isRegisterFact).reduce(evolveCase, noCase);
  const clear = await clearTexts(vault, 1, fold);
  const row = registerRow({ district: 1, id: made.appeal, change: 1 }, fold, clear)!;
  const texts = residentTexts(row);
  const opened = await decryptMany(vault, 1, texts);
  const byToken = new Map(texts.map(({ sealed }, at) => [sealed as string, opened[at]]));
  const view = { directory: memoryDirectory([district]), district, today };
  return residentView(row, made.facts, 'ru', view, (token) => byToken.get(token!));
}

describe('the resident’s view', () => {
  it('offers withdrawal and additions before the answer, and names the department and the term', async () => {
    const made = await received(vault, 'Яма на дороге');
    const waiting = await viewOf(made);
    expect(waiting.allowedActions).toEqual(['SUPPLEMENT_APPEAL', 'WITHDRAW_APPEAL']);
    expect(waiting.registerBy).toBeNull();
    await registered(made);
    const view = await viewOf(made);
    expect(view.allowedActions).toEqual(['SUPPLEMENT_APPEAL', 'WITHDRAW_APPEAL']);
    expect(view.questions).toMatchObject([
      { ordinal: 1, excerpt: 'Яма на дороге', topic: 'Дороги', department: 'Управление ЖКХ', dueOn: '2026-12-24' },
    ]);
    expect(view.questions[0]!.routedAt).not.toBeNull();
  });

  it('tells no step of an assignment that was taken back', async () => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made);
    const executor = '00000000-0000-4000-8000-0000000000e1';
    const assigned = async () => made.add('ExecutorAssigned', { executor, department: 'utilities' });
    const told = async () => (await viewOf(made)).steps.filter(({ type }) => type === 'EXECUTOR_ASSIGNED').length;
    await assigned();
    expect(await told()).toBe(1);
    await made.add('AssignmentTakenBack', {});
    expect(await told()).toBe(0);
    await assigned();
    expect(await told()).toBe(1);
  });

  it('gives back all that the sender gave: point, topic, answers, the rating’s comment, the reason of a return', async () => {
    const answers = JSON.stringify([{ question: 'Мешает проезду?', answer: 'Да' }]);
    const made = await received(vault, 'Яма на дороге', { point: '58.6,125.3', topic: 'roads', topicAnswers: answers });
    await registered(made);
    await answered(made, 'Яма засыпана');
    await made.add('ReopeningRequested', {}, { reason: 'Яма осталась' });
    expect(await viewOf(made)).toMatchObject({
      place: { settlement: null, text: null, point: { latitude: 58.6, longitude: 125.3 } },
      chosenTopic: { code: 'roads', name: 'Дороги' },
      topicAnswers: [{ question: 'Мешает проезду?', answer: 'Да' }],
      ratingComment: 'спасибо',
      reopening: { request: 'Яма осталась', decision: null },
    });
  });

  it('offers rating after the answer, and reopening until the last day of the term', async () => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made);
    await answered(made, 'Яма засыпана');
    const unrated = { ...made, facts: made.facts.filter(({ type }) => type !== 'AppealRated') };
    const view = await viewOf(unrated, '2026-12-09');
    expect(view.answers).toMatchObject([{ question: made.question, text: 'Яма засыпана' }]);
    expect([view.reopenUntil, view.allowedActions]).toEqual([
      '2026-12-09',
      ['RATE_APPEAL', 'SUPPLEMENT_APPEAL', 'REQUEST_REOPENING'],
    ]);
    expect((await viewOf(unrated, '2026-12-10')).allowedActions).toEqual(['RATE_APPEAL', 'SUPPLEMENT_APPEAL']);
    expect((await viewOf(made, '2026-12-10')).allowedActions).toEqual(['SUPPLEMENT_APPEAL']);
    expect(view.steps[0]).toMatchObject({ type: 'APPEAL_RECEIVED', title: 'Получено' });
  });

  it('lists the files of a signed answer, and none of its draft or once the signature is taken back', async () => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made);
    const files = [{ id: 'f1', type: 'application/pdf', size: 9, sha256: 'a' }];
    const of = { question: made.question, outcome: 'MEASURES_TAKEN', files };
    const sealed = { text: 'Яма засыпана', fileNames: '["Акт.pdf"]' };
    await made.add('ResponseDrafted', { ...of, department: 'utilities' }, sealed);
    expect((await viewOf(made)).answers).toEqual([]);
    const signedAt = '2026-11-25T02:00:00.000Z';
    await made.add('ResponseSigned', { ...of, person: made.person, answer: 'a', signatory: 's', signedAt }, sealed);
    const shown = { id: 'f1', type: 'application/pdf', size: 9, url: '/files/aldan/f1', name: 'Акт.pdf' };
    expect((await viewOf(made)).answers).toMatchObject([{ text: 'Яма засыпана', files: [shown] }]);
    await made.add('ResponseRevoked', { question: made.question, answer: 'a' }, { reason: 'ошибка' });
    expect((await viewOf(made)).answers).toEqual([]);
  });

  it('offers another consideration of an end that is no answer', async () => {
    const made = await received(vault, 'Яма на дороге');
    await registered(made);
    await made.add('QuestionLeftUnanswered', { ground: 'ABUSE', by: 'x' });
    await made.add('QuestionEnded', { end: 'LEFT_UNANSWERED', endedOn: '2026-11-25' });
    await made.add('AppealAnswered', { answeredOn: '2026-11-25' });
    const view = await viewOf(made, '2026-12-09');
    expect([view.reopenUntil, view.allowedActions.includes('REQUEST_REOPENING')]).toEqual(['2026-12-09', true]);
    expect((await viewOf(made, '2026-12-10')).allowedActions).not.toContain('REQUEST_REOPENING');
  });

  it('names the last day to register while it waits, and of each notice its content', async () => {
    const made = await received(vault, 'Яма на дороге');
    Object.assign(made.facts[0]!.data as object, { deadline: { dueOn: '2026-11-27' } });
    expect((await viewOf(made)).registerBy).toBe('2026-11-27');
    await registered(made);
    await answered(made, 'Яма засыпана');
    const view = await viewOf(made);
    expect(view.registerBy).toBeNull();
    expect(view.steps.filter(({ type }) => type === 'NOTICE_DISPATCHED')).toMatchObject([
      { notice: 'ANSWERED', title: 'Письмо с ответом отправлено' },
    ]);
  });

  it('cuts a long text at a word', async () => {
    const made = await received(vault, 'Дорога разбита '.repeat(30));
    await registered(made);
    const { excerpt } = (await viewOf(made)).questions[0]!;
    expect(excerpt!.length).toBeLessThanOrEqual(142);
    expect(excerpt).toMatch(/(Дорога|разбита) …$/);
  });
});
