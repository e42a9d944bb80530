import { describe, expect, it } from '@jest/globals';
import type { UnansweredGround } from '@otklik/contracts/enumerations';
import { compact, fold, startedDeadline, type StartedRule, type WorkingCalendar } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import {
  demandsNotice,
  isAnsweredInWriting,
  type ForwardQuestion,
  type LeaveUnanswered,
} from './question-ends.decide.js';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);
const zone = 'Asia/Yakutsk';

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const complaint: QuestionEvent = { type: 'ComplainedOfNoted', of: ['police', 'works'] };
const withdrawn: QuestionEvent = { type: 'QuestionClosed', ground: 'WITHDRAWN' };

const police = { letter: 'l1', organisation: 'police', name: 'Police' };
const inspection = { letter: 'l2', name: 'Inspection' };
const forward: ForwardQuestion = {
  type: 'ForwardQuestion',
  to: [police, inspection],
  forwardedOn: '2026-11-26',
  linksUntil: '2027-01-25',
  allKnown: true,
  districtsKnown: true,
  mayActIn: 'ALL',
};
const forwarded: QuestionEvent = {
  type: 'QuestionForwarded',
  to: forward.to,
  forwardedOn: '2026-11-26',
  linksUntil: '2027-01-25',
  endsByLetters: true,
};
const end: QuestionCommand = {
  type: 'EndQuestion',
  notice: 'letter',
  addressee: 'APPLICANT',
  endedOn: '2026-11-30',
  zone,
};
const sent = (letter: string, endedOn: string): QuestionCommand => ({
  type: 'EndQuestion',
  notice: letter,
  addressee: 'BODY',
  endedOn,
  zone,
});
const step = (notice: string, addressee: 'APPLICANT' | 'BODY', provedOn: string): QuestionEvent => ({
  type: 'ForwardingStepProved',
  notice,
  addressee,
  provedOn,
});
const ended = (endedOn: string): QuestionEvent => ({
  type: 'QuestionEnded',
  end: 'FORWARDED',
  notice: 'letter',
  endedOn,
  zone,
});

const leave: LeaveUnanswered = {
  type: 'LeaveUnanswered',
  ground: 'UNCLEAR',
  earlier: [],
  mayActIn: 'ALL',
  applicant: { isNamed: true, isReachable: true },
  today: '2026-11-26',
  zone,
};
const calendar: WorkingCalendar = { version: '2026', days: {}, years: [2026, 2027] };
const ruleOf = (id: string): StartedRule => ({
  id,
  version: 1,
  term: 7,
  unit: 'CALENDAR_DAYS',
  start: 'REGISTERED',
  endOnDayOff: 'NEXT',
  source: 'law',
  duty: id.startsWith('FWD') ? 'FORWARD' : 'RETURN',
});
const toReturn = { rule: ruleOf('COMPLAINT'), calendar };
const term = (id: string, on: string): QuestionEvent => ({
  type: 'DeadlineSet',
  ...startedDeadline(ruleOf(id), { REGISTERED: { on, zone } }, calendar),
  by: 'RULE',
});
const answeredBefore = (question: string) => ({ question, isAnswered: true, isSamePerson: true, isOfAnother: true });
const left: QuestionEvent = { type: 'QuestionLeftUnanswered', ground: 'UNCLEAR', earlier: [] };

describe('a question of another body (59-FZ art. 8(3), 8(5))', () => {
  it('is forwarded to one or several bodies, and ends by the proofs of every letter and of the notice, whichever is last', () => {
    given(opened, routed).when(forward).records(forwarded);
    given(opened, routed, forwarded).when(forward).recordsNothing();
    given(opened, routed, forwarded)
      .when({ ...forward, to: [{ name: 'Росприроднадзор', letter: 'l3' }] })
      .refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed, forwarded)
      .when(end)
      .records(step('letter', 'APPLICANT', '2026-11-30'));
    const told = [opened, routed, forwarded, step('letter', 'APPLICANT', '2026-11-30')] as const;
    given(...told)
      .when(sent('l1', '2026-12-02'))
      .records(step('l1', 'BODY', '2026-12-02'));
    given(...told, step('l1', 'BODY', '2026-12-02'))
      .when(sent('l2', '2026-12-01'))
      .records(ended('2026-12-02'));
    given(opened, routed, forwarded, step('l2', 'BODY', '2026-11-27'), step('l1', 'BODY', '2026-11-28'))
      .when(end)
      .records(ended('2026-11-30'));
  });

  it('is not done by a proof that comes again, or by a letter that is none of its own', () => {
    given(opened, routed, forwarded, step('l1', 'BODY', '2026-11-28'))
      .when(sent('l1', '2026-11-29'))
      .recordsNothing();
    given(opened, routed, forwarded).when(sent('request', '2026-11-29')).recordsNothing();
    given(opened, routed, left).when(sent('l1', '2026-11-29')).recordsNothing();
  });

  it('goes to another district of the platform by the notice alone', () => {
    const to = [{ letter: 'l3', district: 'kuol', name: 'Куол' }];
    given(opened, routed, { ...forwarded, to } as QuestionEvent)
      .when(end)
      .records(ended('2026-11-30'), { type: 'QuestionHandedOver', to: 'kuol', times: 1 });
  });

  it('ends by the notice alone where it was forwarded before letters were followed', () => {
    const { endsByLetters: _ends, ...before } = forwarded as Extract<QuestionEvent, { type: 'QuestionForwarded' }>;
    given(opened, routed, before).when(end).records(ended('2026-11-30'));
    given(opened, routed, before).when(sent('l1', '2026-11-29')).recordsNothing();
  });

  it('is not answered, routed or given out meanwhile', () => {
    const route = {
      type: 'RouteQuestion',
      topic: 'T',
      department: 'd',
      topicKnown: true,
      departmentKnown: true,
    } as const;
    given(opened, routed, forwarded).when(route).refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed, forwarded).when(leave).refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed, { type: 'AnswerAccepted', answer: 'a1' }).when(forward).refuses('ANSWER_IS_SIGNED');
  });

  it('has no end before it is decided, one alone, and none after a withdrawal', () => {
    given(opened, routed).when(end).refuses('QUESTION_STATE_FORBIDS');
    given(opened, forwarded, withdrawn).when(end).recordsNothing();
    given().when(end).refuses('NOT_FOUND');
  });

  it('is due by a term of its own from the registration, where it tells of breaches of the migration law (59-FZ art. 8(3.1))', () => {
    const migration = { ...forward, migration: { rule: ruleOf('FWD-MIG'), calendar } };
    const [general, own] = [term('FWD', '2026-11-24'), term('FWD-MIG', '2026-11-24')];
    given(opened, routed, general).when(migration).records(own, forwarded);
    given(opened, routed, general, own).when(migration).records(forwarded);
    // A message, which the law does not bind.
    given(opened, routed).when(migration).records(forwarded);
  });

  it('goes to no organisation that the district does not know, and is forwarded by its own department', () => {
    given(opened, routed)
      .when({ ...forward, allKnown: false })
      .refuses('ORGANISATION_UNKNOWN');
    given(opened, routed)
      .when({ ...forward, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
  });
});

describe('a complaint (59-FZ art. 8(6))', () => {
  it('never goes to the organisation or the department that it complains of', () => {
    given(opened, complaint).when(forward).refuses('COMPLAINED_OF');
    given(opened, complaint)
      .when({ type: 'RouteQuestion', topic: 'T', department: 'works', topicKnown: true, departmentKnown: true })
      .refuses('COMPLAINED_OF');
    given(opened, complaint)
      .when({ ...forward, to: [inspection] })
      .records({ ...forwarded, to: [inspection] });
  });

  it('does not go there by another of its names either, and another district can be complained of', () => {
    const directoryNames = { police: 'Отдел МВД «Алданский»', works: 'Works' };
    for (const name of ['МВД Алданский', 'ОТДЕЛ МВД "АЛДАНСКИЙ"', 'Алданский отдел МВД, дежурная часть'])
      given(opened, complaint)
        .when({ ...forward, directoryNames, to: [{ letter: 'l2', name }] })
        .refuses('COMPLAINED_OF');
    given(opened, { type: 'ComplainedOfNoted', of: ['kuol'] })
      .when({ ...forward, to: [{ letter: 'l3', district: 'kuol', name: 'Куол' }] })
      .refuses('COMPLAINED_OF');
  });

  it('does not leave to a body that it names before an official has said that it does not complain of it', () => {
    const named = { ...forward, namedInComplaint: ['l2'] };
    given(opened).when(named).refuses('MAY_BE_COMPLAINED_OF', { body: 'Inspection' });
    given(opened)
      .when({ ...named, isNoComplaint: true })
      .records({ ...forwarded, notComplainedOf: ['l2'] });
    given(opened, complaint)
      .when({ ...named, namedInComplaint: ['l1'], isNoComplaint: true })
      .refuses('COMPLAINED_OF');
    given(opened)
      .when({ ...forward, namedInComplaint: [], isNoComplaint: true })
      .records(forwarded);
  });

  it('is noted once, in one order', () => {
    const note = { type: 'NoteComplainedOf', of: ['works', 'police', 'works'], allKnown: true } as const;
    given(opened).when(note).records(complaint);
    given(opened, complaint).when(note).recordsNothing();
    given(opened)
      .when({ ...note, allKnown: false })
      .refuses('ORGANISATION_UNKNOWN');
  });
});

const told: Readonly<Record<Exclude<UnansweredGround, 'ANON'>, string>> = {
  COURT: '59-FZ art. 11(2): a complaint of a decision of a court',
  ABUSE: '59-FZ art. 11(3): insults or threats',
  UNREADABLE: '59-FZ art. 11(4): a text that cannot be read',
  UNCLEAR: '59-FZ art. 11(4.1): a text whose matter cannot be made out',
  REPEAT: '59-FZ art. 11(5): what was answered before',
  PUBLISHED: '59-FZ art. 11(5.1): what is answered on the site',
  SECRET: '59-FZ art. 11(6): an answer that would disclose a secret kept by law',
  COMPLAINT: '59-FZ art. 8(7): a complaint of whom it would have to go to',
};

const published = { isOnOwnSite: true, isLive: true, publishedTopic: 'ROADS' };

describe('a question without an answer on the merits (59-FZ art. 11)', () => {
  it.each(Object.entries(told))('%s: %s, ends by the proof of the notice', (name) => {
    const ground = name as UnansweredGround;
    const why = { ground, earlier: ['first', 'second'], address: 'https://aldan.example/answer' } as const;
    given(opened, routed, complaint)
      .when({ ...leave, ...why, earlier: why.earlier.map(answeredBefore), ...published })
      .records({ type: 'QuestionLeftUnanswered', ...why });
    given(opened, { type: 'QuestionLeftUnanswered', ...why })
      .when(end)
      .records({
        type: 'QuestionEnded',
        end: 'LEFT_UNANSWERED',
        ground,
        notice: 'letter',
        endedOn: '2026-11-30',
        zone,
      });
  });

  it('59-FZ art. 11(1): ends at once where there is no one to be notified', () => {
    given(opened, routed)
      .when({ ...leave, ground: 'ANON', applicant: { isNamed: false, isReachable: false } })
      .records(
        { type: 'QuestionLeftUnanswered', ground: 'ANON', earlier: [] },
        { type: 'QuestionEnded', end: 'LEFT_UNANSWERED', ground: 'ANON', endedOn: '2026-11-26', zone },
      );
    expect(demandsNotice('ANON')).toBe(false);
  });

  it('59-FZ art. 11(1): a name or an address of any kind, and what is not known of them, is no ground', () => {
    const sides = [true, false, undefined];
    const known = sides.flatMap((isNamed) => sides.map((isReachable) => ({ isNamed, isReachable })));
    for (const applicant of known.filter(({ isNamed, isReachable }) => isNamed !== false || isReachable !== false))
      given(opened, routed)
        .when({ ...leave, ground: 'ANON', applicant })
        .refuses('APPLICANT_KNOWN');
  });

  it('59-FZ art. 11(5): names several answers, each to another appeal of this person', () => {
    const [first, second] = [answeredBefore('first'), answeredBefore('second')];
    const named = [
      ...[[], [first], [first, first], [first, { ...second, isSamePerson: false }]],
      ...[
        [first, { ...second, isAnswered: false }],
        [first, { ...second, isOfAnother: false }],
      ],
    ];
    for (const earlier of named)
      given(opened)
        .when({ ...leave, ground: 'REPEAT', earlier })
        .refuses('EARLIER_ANSWER_NEEDED');
  });

  it('59-FZ art. 11(5): counts written answers alone, not what was given at a reception', () => {
    const answered: QuestionEvent = { type: 'QuestionAnswered', notice: 'n', answeredOn: '2026-11-26', zone };
    const told: QuestionEvent = {
      type: 'OralAnswerRecorded',
      text: 't',
      outcome: 'EXPLAINED',
      answeredBy: 'o',
      answeredAt: '2026-11-26T03:00:00.000Z',
      receivedOn: '2026-11-26',
      factsPlain: true,
    };
    const again: QuestionEvent = { type: 'QuestionReopened', person: 'person', times: 1, until: '2026-12-26' };
    const isWritten = (...events: QuestionEvent[]) => isAnsweredInWriting(fold(question, events));
    expect(isWritten(opened, routed, answered)).toBe(true);
    expect(isWritten(opened, routed, told, answered)).toBe(false);
    expect(isWritten(opened, routed, told, answered, again, answered)).toBe(true);
    expect(isWritten(opened, routed)).toBe(false);
  });

  it('59-FZ art. 11(5.1): the answer is on a site of the district', () => {
    const why = { ground: 'PUBLISHED', address: 'https://any.example/nothing' } as const;
    for (const isOnOwnSite of [false, undefined])
      given(opened)
        .when({ ...leave, ...why, ...compact({ isOnOwnSite }) })
        .refuses('SITE_NOT_OWN');
  });

  it('59-FZ art. 11(5.1): the answer is read there by all now', () => {
    const why = { ground: 'PUBLISHED', address: 'https://aldan.example/aldan/answers/1', isOnOwnSite: true } as const;
    for (const isLive of [false, undefined])
      given(opened)
        .when({ ...leave, ...why, ...compact({ isLive }) })
        .refuses('ANSWER_NOT_PUBLISHED');
  });

  it('59-FZ art. 11(5.1): the answer is to a question of the same topic, which is known', () => {
    const why = {
      ...leave,
      ...published,
      ground: 'PUBLISHED',
      address: 'https://aldan.example/aldan/answers/1',
    } as const;
    const { publishedTopic: _, ...unknown } = why;
    for (const one of [{ ...why, publishedTopic: 'HOUSING' }, unknown])
      given(opened, routed).when(one).refuses('ANSWER_OF_ANOTHER_TOPIC');
    given(opened).when(why).refuses('ANSWER_OF_ANOTHER_TOPIC');
  });

  it('59-FZ art. 11(5), 11(5.1): needs an earlier answer to end the correspondence, and the address of a published one', () => {
    given(opened)
      .when({ ...leave, ground: 'REPEAT' })
      .refuses('EARLIER_ANSWER_NEEDED');
    given(opened)
      .when({ ...leave, ground: 'PUBLISHED' })
      .refuses('ADDRESS_NEEDED');
  });

  it('59-FZ art. 8(7): is returned as a complaint only where it was noted of whom', () => {
    const nobody: QuestionEvent = { type: 'ComplainedOfNoted', of: [] };
    for (const noted of [[], [complaint, nobody]])
      given(opened, routed, ...noted)
        .when({ ...leave, ground: 'COMPLAINT' })
        .refuses('COMPLAINED_OF_NEEDED');
  });

  it('59-FZ art. 8(7): has a term to be returned from the day it is noted of whom, by the registration that counts now', () => {
    const note: QuestionCommand = { type: 'NoteComplainedOf', of: ['police', 'works'], allKnown: true, toReturn };
    const returned: LeaveUnanswered = { ...leave, ground: 'COMPLAINT', toReturn };
    const why: QuestionEvent = { type: 'QuestionLeftUnanswered', ground: 'COMPLAINT', earlier: [] };
    given(opened).when(note).records(complaint);
    given(opened, term('FWD', '2026-11-24')).when(note).records(complaint, term('COMPLAINT', '2026-11-24'));
    given(opened, term('FWD', '2026-11-24'), complaint, term('COMPLAINT', '2026-11-24'))
      .when({ ...note, of: [] })
      .records({ type: 'ComplainedOfNoted', of: [] });
    given(opened, term('FWD', '2026-11-24'), complaint, term('COMPLAINT', '2026-11-24')).when(returned).records(why);
    given(opened, term('FWD', '2026-11-24'), complaint, term('COMPLAINT', '2026-11-24'), term('FWD', '2026-12-01'))
      .when(returned)
      .records(term('COMPLAINT', '2026-12-01'), why);
  });

  it('is decided once', () => {
    given(opened, left).when(leave).recordsNothing();
    given(opened, left)
      .when({ ...leave, ground: 'COURT' })
      .refuses('QUESTION_STATE_FORBIDS');
  });
});
