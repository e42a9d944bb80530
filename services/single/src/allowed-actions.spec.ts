import { actionsOn } from '@otklik/case/case-actions';
import { expect, it } from '@jest/globals';
import { Action, PosState } from '@otklik/contracts/enumerations';
import { isDone } from '@otklik/case/question-status';
import { actingIn } from '@otklik/search/published-actions';
import {
  capacities,
  mayActIn,
  permissionMatrix,
  officialRoles,
  type Actor,
  type Capacity,
  type District,
} from '@otklik/tenancy';
import { isNight } from '@otklik/testing';
import fc from 'fast-check';
import { mutationOf, typeOf } from './action-commands.fixture.js';
import { NEXT_STEP, STRIKING } from './allowed-commands.fixture.js';
import {
  assign,
  begun,
  DEPARTMENTS,
  extending,
  LATER,
  official,
  OFFICIALS,
  police,
  PROMISE,
  received,
  requesting,
  routeTo,
  step,
  TODAY,
  turning,
  type Step,
} from './case-steps.fixture.js';
import { helping } from './co-executor-steps.fixture.js';
import { PUBLICATION } from './publication-steps.fixture.js';
import { completed, steadOf, storyOf, type Command, type Story } from './case-story.fixture.js';

/*
 * `allowedActions` equals what the owners decide: in every state that random commands reach, for officials with random
 * roles, an action is listed if and only if its mutation is permitted and its decider records something.
 */

const district = {
  id: 1,
  departments: DEPARTMENTS.map((code) => ({ id: `id-${code}`, code, name: code })),
} as unknown as District;
const matrix = permissionMatrix();

const holding = fc.record(
  {
    district: fc.constantFrom(1, 1, 1, 2),
    role: fc.constantFrom(...officialRoles),
    department: fc.constantFrom(...DEPARTMENTS.map((code) => `id-${code}`)),
  },
  { requiredKeys: ['district', 'role'] },
);
/** A role of an absent official, whom the viewer substitutes. */
const inStead = fc
  .tuple(holding, fc.constantFrom('away', ...OFFICIALS))
  .map(([assignment, onBehalfOf]) => ({ ...assignment, onBehalfOf }));

const viewer: fc.Arbitrary<Extract<Actor, { kind: 'official' }>> = fc
  .tuple(official, fc.array(holding, { maxLength: 3 }), fc.array(inStead, { maxLength: 1 }))
  .map(([id, own, absent]) => ({
    kind: 'official',
    id,
    login: 'login',
    name: 'Name',
    assignments: [...own, ...absent],
  }));

function requestsOf({ events: { question } }: Story): readonly unknown[] {
  return question.filter(({ type }) => type === 'InformationRequested').map(({ request }) => request);
}

function openRequest({ events: { question } }: Story): unknown {
  const answered = question.filter(({ type }) => type === 'InformationReceived').map(({ request }) => request);
  return question.find(({ type, request }) => type === 'InformationRequested' && !answered.includes(request))?.[
    'request'
  ];
}

function signatory(official: string): Extract<Actor, { kind: 'official' }> {
  return {
    kind: 'official',
    id: official,
    login: official,
    name: 'Name',
    assignments: [{ district: 1, role: 'SIGNATORY' }],
  };
}

/** As `routing` completes an official's command. */
function completedEnd(story: Story, type: string): Command {
  return {
    type,
    text: 'other',
    into: ['new'],
    from: 'new',
    of: [`${story.events.question.length}`],
    allKnown: true,
    districtsKnown: true,
    to: [police],
    forwardedOn: '',
    linksUntil: '',
    reason: 'why',
    ground: 'UNCLEAR',
    earlier: [],
    today: '2026-11-25',
    zone: 'z',
    ...((type === 'ExtendDeadline' || type === 'AskForExtension') && extending),
    ...(type === 'RequestInformation' && requesting('new')),
    ...(type === 'RecordInformation' && { request: openRequest(story), receivedOn: '2026-11-26', source: 'LETTER' }),
    ...(type === 'GiveInterimAnswer' && { answer: 'new', ...NEXT_STEP }),
  };
}

const partsAndEnds: ReadonlySet<Action> = new Set([
  ...(['SPLIT_QUESTION', 'UNDO_SPLIT', 'MERGE_QUESTIONS', 'UNDO_MERGE'] as const),
  ...(['ASK_FOR_EXTENSION', 'REFUSE_EXTENSION'] as const),
  ...(['NOTE_COMPLAINED_OF', 'FORWARD_QUESTION', 'WITHDRAW_FORWARDING', 'LEAVE_UNANSWERED'] as const),
  ...(['EXTEND_DEADLINE', 'REQUEST_INFORMATION', 'RECORD_INFORMATION', 'GIVE_INTERIM_ANSWER'] as const),
]);

const ofControl: ReadonlySet<Action> = new Set([
  ...(['ASSIGN_CO_EXECUTORS', 'ADD_CONTRIBUTION', 'FINISH_PART', 'CLASSIFY_QUESTION', 'CORRECT_TOPIC'] as const),
  ...(['CONFIRM_PROMISE', 'EXTEND_PROMISE', 'PUT_UNDER_CONTROL', 'TAKE_OFF_CONTROL'] as const),
  ...(['RECORD_LETTER_OUTCOME', 'PASS_ON_ASSIGNMENT'] as const),
]);

const CAME_BACK = {
  record: 'new',
  outcome: 'MOVED',
  proof: 'ENVELOPE',
  on: '2028-01-01',
  owedNothing: false,
  at: '',
} as const;

function completedControl(type: string): Command {
  return {
    ...helping([['another'], []]),
    type,
    contribution: 'new',
    text: 't',
    classifier: '0004.0016.0162.0999',
    topic: 'new',
    topicKnown: true,
    reason: 'why',
    until: '2028-01-01',
    ...PROMISE,
    ...(type === 'PassOnAssignment' && { executor: 'another', executorIn: 'ALL', assignment: 'new' }),
    ...(type === 'RecordLetterOutcome' && CAME_BACK),
  };
}

/** As intake bounds a registrar. */
function onlyToday(role: string): { readonly onlyOn?: string } {
  return role === 'REGISTRAR' ? { onlyOn: TODAY } : {};
}

/** The part of each official, or department; other acts are of one kind. */
function whoseParts(action: Action): readonly object[] {
  if (action !== 'FINISH_PART') return [{}];
  return [...OFFICIALS.map((official) => ({ official })), ...DEPARTMENTS.map((department) => ({ department }))];
}

/** Of the same person, answered before. */
const EARLIER = {
  id: 'earlier',
  number: '1',
  receivedAt: '',
  isOfSamePerson: true,
  questions: [{ endedOn: '2026-11-01' }],
} as const;

/** Undefined for other acts. */
function registrationBy(action: Action, type: string, role: Capacity['role']): readonly Command[] | undefined {
  switch (action) {
    case 'RECORD_SOURCE':
      return [{ type, source: { receivedFromBody: 'new' }, former: {}, commandId: 'new' }];
    case 'RECORD_REPEAT':
      return [
        { type, of: EARLIER, commandId: 'new' },
        { type, commandId: 'new' },
      ];
    case 'REGISTER_APPEAL':
      return [{ type, number: 'new', year: 2026, serial: 2, registeredOn: '2026-11-25', zone: 'Asia/Yakutsk' }];
    case 'TURN_INTO_APPEAL':
      return [turning('new')];
    case 'CORRECT_REGISTRATION':
      return [{ ...STRIKING, type, ...onlyToday(role) }];
    default:
      return undefined;
  }
}

/** Commands by which the mutation would be tried; one that records something is enough. */
function attempts(story: Story, action: Action, { sender: actor, onBehalfOf, role }: Capacity): readonly Command[] {
  const here = { mayActIn: mayActIn(actor, district, matrix.get(mutationOf(action))!), ...steadOf(onBehalfOf) };
  const type = typeOf[action][1];
  if (partsAndEnds.has(action)) return [{ ...completedEnd(story, type), ask: 'new', by: actor.id, ...here }];
  if (ofControl.has(action))
    return whoseParts(action).map((whose) => ({ ...completedControl(type), ...whose, by: actor.id, ...here }));
  const ofRegistration = registrationBy(action, type, role);
  if (ofRegistration) return ofRegistration.map((one) => completed(story, { ...one, ...here }));
  switch (action) {
    case 'ROUTE_QUESTION':
      return DEPARTMENTS.map(routeTo);
    case 'ASSIGN_EXECUTOR':
      return [...OFFICIALS, 'another'].map((executor) => ({ ...assign(executor), ...here }));
    case 'GRANT_REOPENING':
      return [{ type, grantedOn: '2026-11-27', zone: 'Asia/Yakutsk', commandId: 'new' }];
    case 'MARK_AS_DUPLICATE':
      return [{ type, id: 'appeal', of: { id: 'fresh', status: 'REGISTERED' } }];
    case 'RECORD_IN_POS':
      return PosState.values.map((state) =>
        completed(story, { type, ...here, record: 'new', entered: { state, enteredOn: '' }, at: LATER }),
      );
    default:
      return ['l', ...requestsOf(story)].map((letter) =>
        completed(story, {
          ...PUBLICATION,
          type,
          ...here,
          by: actor.id,
          draft: 'new',
          note: 'new',
          text: 't',
          outcome: 'EXPLAINED',
          reason: 'why',
          letter,
          reaction: 'ANSWERED',
          source: 'LETTER',
          reactedOn: '',
          today: '',
          posting: { means: 'LETTER', number: '1', sentOn: '' },
          addressKnown: true,
          signed: { signature: 'new', level: 'VALID' },
          consented: true,
          factsPlain: true,
          zone: 'Asia/Yakutsk',
          answeredAt: '',
          answeredOn: '2026-11-30',
          receivedOn: '2026-11-30',
          grantedOn: '2026-11-30',
          code: 'OTHER',
          record: 'new',
          said: 'told',
          at: LATER,
          identifiedBy: 'passport',
          gist: 'new',
          former: {},
          commandId: 'new',
          publication: 'new',
        }),
      );
  }
}

it('lists an action if and only if it is permitted and its decider records something', () => {
  const seen = new Map<Action, number>();
  fc.assert(
    fc.property(
      received,
      begun,
      fc.array(step, { maxLength: 40, size: 'max' }),
      fc.array(viewer, { minLength: 6, maxLength: 10 }),
      tell,
    ),
    { numRuns: isNight ? 5_000 : 500 },
  );
  // Few runs reach not each of the rare ones.
  if (!isNight) expect(seen.size).toBeGreaterThan(Action.values.length * 0.8);
  else expect(Action.values.filter((action) => (seen.get(action) ?? 0) < 10)).toEqual([]);

  function tell(
    received: Command,
    first: readonly Step[],
    steps: readonly Step[],
    viewers: readonly Extract<Actor, { kind: 'official' }>[],
  ): void {
    const story = storyOf(received, [...first, ...steps]);
    // The signatory is seldom among the random ones.
    for (const actor of [...viewers, ...OFFICIALS.map(signatory)]) compare(story, actor);
  }

  function compare(story: Story, actor: Extract<Actor, { kind: 'official' }>): void {
    const shown = actionsOn(story.register, actingIn(actor, district, TODAY));
    const parts = [shown.questions, shown.responses, shown.notices].flatMap((of) => Object.values(of).flat());
    const listed = [...shown.appeal, ...parts];
    const { appeal, questions } = story.register;
    const isOver = appeal.withdrawn || appeal.correction !== undefined;
    // Routing closes these in a moment: nothing is offered meanwhile.
    const isClosing = isOver && Object.values(questions).some(({ state }) => !isDone(state));
    const decided = Action.values.filter((action) => {
      const [stream] = typeOf[action];
      if (isClosing && (stream === 'question' || stream === 'response')) return false;
      return capacities(actor, matrix.get(mutationOf(action))!, district.id)
        .flatMap((capacity) => attempts(story, action, capacity))
        .some((command) => story.decide(stream, command).length > 0);
    });
    for (const action of listed) seen.set(action, (seen.get(action) ?? 0) + 1);
    expect([...listed].sort()).toEqual([...decided].sort());
  }
});
