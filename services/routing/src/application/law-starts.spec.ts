import { expect, it } from '@jest/globals';
import { fold, type StartFact } from '@otklik/kernel';
import { caseRule, caseStarts, legalRule, placeOf, type CaseRule, type District } from '@otklik/tenancy';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AnswerDeadline } from '../domain/answer-deadline.js';
import { question, type QuestionCommand } from '../domain/question.decide.js';
import type { QuestionEvent } from '../domain/question-state.js';
import { openQuestion } from './open-question.js';

/* Every rule of `deploy/law` with a term is begun by code, from the fact that it names: each fact has its own day here. */

type Law = NonNullable<District['law']>;
const folder = new URL('../../../../deploy/law/', import.meta.url);
const law: Law = Object.fromEntries(
  readdirSync(folder).flatMap((name) => {
    const { act, rules } = parse(readFileSync(new URL(name, folder), 'utf8')) as { act: string; rules: Law[string][] };
    return rules.map((rule) => [rule.id, { ...rule, act }] as const);
  }),
);

const zone = 'Asia/Yakutsk';
const days: Readonly<Record<StartFact, string>> = {
  MESSAGE_WRITTEN: '2026-10-30',
  RECEIVED: '2026-11-02',
  REGISTERED: '2026-11-05',
  REQUEST_RECEIVED: '2026-11-10',
  INTERIM_ANSWER: '2026-11-12',
  // Thirty days from the registration: a Saturday, which no extension is counted from the Monday after.
  TERM_END: '2026-12-05',
};
const at = (fact: StartFact) => `${days[fact]}T02:00:00.000Z`;
const calendar = { version: '2026-1', years: [2026, 2027], days: {} };
const arrival = { receivedOn: days.RECEIVED, receivedAt: at('RECEIVED'), writtenAt: at('MESSAGE_WRITTEN') };

function district(answer: string): District {
  const rule = legalRule(law, answer);
  const policy = { version: 1, answerTerms: { APPEAL_59FZ: rule, SOCIAL_MESSAGE: rule } };
  return { code: 'aldan', calendar, law, policy } as unknown as District;
}

function opened(answer: string, regime: 'APPEAL_59FZ' | 'SOCIAL_MESSAGE' = 'APPEAL_59FZ') {
  const registration = { person: 'p', regime, registeredOn: days.REGISTERED, zone, at: at('REGISTERED') };
  return openQuestion(district(answer), registration, { text: '', channel: 'SITE' }, () => undefined, arrival);
}

/** The terms that the last of the commands sets, in a case that began with the rule for its answer. */
function begun(answer: string, ...commands: readonly QuestionCommand[]): readonly AnswerDeadline[] {
  let events: readonly QuestionEvent[] = [];
  let last: readonly QuestionEvent[] = [];
  for (const command of [opened(answer), ...commands]) {
    last = question.decide(command, fold(question, events));
    events = [...events, ...last];
  }
  return last.flatMap((event) => {
    if (event.type === 'DeadlineSet') return [event];
    return 'deadline' in event ? [event.deadline] : [];
  });
}

const own = (id: CaseRule) => caseRule(district('ANS'), id)!;
const when = { calendar, zone, mayActIn: 'ALL' } as const;
const cases: Readonly<Record<CaseRule, () => readonly AnswerDeadline[]>> = {
  FWD: () => begun('ANS'),
  COURT: () => begun('ANS'),
  UNREADABLE: () => begun('ANS'),
  UNCLEAR: () => begun('ANS'),
  PUBLISHED: () => begun('ANS'),
  'FWD-MIG': () =>
    begun('ANS', {
      type: 'ForwardQuestion',
      to: [{ letter: 'l', name: 'МВД' }],
      allKnown: true,
      districtsKnown: true,
      migration: { rule: own('FWD-MIG'), calendar },
      mayActIn: 'ALL',
      forwardedOn: '2026-11-06',
      linksUntil: '2027-01-06',
    }),
  COMPLAINT: () =>
    begun('ANS', {
      type: 'NoteComplainedOf',
      of: ['works'],
      allKnown: true,
      toReturn: { rule: own('COMPLAINT'), calendar },
    }),
  EXT: () =>
    begun('ANS', {
      type: 'ExtendDeadline',
      days: 20,
      ground: 'EXCEPTIONAL',
      reason: 'r',
      extendable: ['ANS'],
      ...when,
      rule: own('EXT'),
      at: '2026-11-20T02:00:00.000Z',
    }),
  REQ: () =>
    begun(
      'ANS',
      {
        type: 'RequestInformation',
        request: 'r',
        body: 'b',
        kind: 'OTHER',
        purpose: 'INFORMATION',
        asked: 'a',
        ...when,
        organisationKnown: true,
        rule: own('REQ'),
        today: '2026-11-07',
        at: '2026-11-07T02:00:00.000Z',
      },
      { type: 'ProveRequest', request: 'r', sentAt: at('REQUEST_RECEIVED'), calendar },
    ),
  'SOC-FINAL': () =>
    begun(
      'SOC-9H',
      {
        type: 'GiveInterimAnswer',
        answer: 'i',
        text: 't',
        nextStep: 'n',
        nextStepOn: '2026-11-13',
        today: '2026-11-12',
        finalBy: '2026-11-30',
        mayActIn: 'ALL',
      },
      {
        type: 'ProveInterimAnswer',
        notice: 'n',
        toldAt: at('INTERIM_ANSWER'),
        toldOn: days.INTERIM_ANSWER,
        ...when,
        rule: own('SOC-FINAL'),
      },
    ),
};

it.each(Object.keys(caseStarts) as CaseRule[])('%s begins within a case, from the fact that it names', (id) => {
  const { start } = law[id]!;
  const begins = cases[id]().find(({ rule }) => rule === id);
  expect(begins).toMatchObject({ start, countedFrom: days[start!] });
});

it.each(Object.values(law).filter((rule) => placeOf(rule) === 'ANSWER'))(
  '$id begins as the term of a district’s answers, from $start',
  ({ id, start }) => {
    const { deadline } = opened(id, 'SOCIAL_MESSAGE');
    expect(deadline).toMatchObject({ rule: id, start, countedFrom: days[start!] });
  },
);

it('knows where each term of the law begins, and no rule that the law does not have', () => {
  const places = Object.values(law).flatMap((rule) => (rule.term === undefined ? [] : [placeOf(rule)]));
  expect(places).not.toContain(undefined);
  expect(Object.keys(caseStarts).filter((id) => !legalRule(law, id))).toEqual([]);
});
