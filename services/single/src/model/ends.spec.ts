import { expect, it } from '@jest/globals';
import { isNight } from '@otklik/testing';
import { actByChance } from './ends-acts.fixture.js';
import { faultsOf, informingFaults } from './ends-invariants.fixture.js';
import { givenSignatures } from './ends-signatures.fixture.js';
import { EndsWorld, type Fact } from './ends-world.fixture.js';

const ACTS = isNight ? 100_000 : 20_000;
const SEEDS = isNight ? [1, 2, 3, 4, 5] : [1];
const LETTERS = ['LetterDelivered', 'LetterReturned'];
/** Levels of signatures that districts demand, of letters that left and of those that never did. */
const LEVELS = ['VALID left', 'TRUSTED left', 'VALID waits', 'TRUSTED waits'];
const KINDS = [
  'ANSWERED',
  'ORAL',
  'FORWARDED',
  'DUPLICATE',
  'MISTAKE',
  'WITHDRAWN',
  'INTERIM',
  'INFORMED',
  'CORRECTED',
];
const GROUNDS = ['ANON', 'COURT', 'ABUSE', 'UNREADABLE', 'UNCLEAR', 'REPEAT', 'PUBLISHED', 'SECRET', 'COMPLAINT'];

it.each(SEEDS)(
  'no end without the facts of its ground and the proof of its notice, whatever officials try: seed %d',
  async (seed) => {
    const world = new EndsWorld(seed, await givenSignatures());
    const byId = new Map<string, (typeof world.cases)[number]>();
    for (let act = 0; act < ACTS; act += 1) {
      const { parts } = actByChance(world);
      for (const part of parts) byId.set(part.id, part);
      const faults = parts.flatMap((part) => [
        ...faultsOf(part, (id) => byId.get(id)),
        ...informingFaults(part, world),
      ]);
      if (faults.length > 0) throw new Error(`after act ${act} of seed ${seed}: ${faults.join('; ')}`);
    }
    // An attack that reaches no end shows nothing.
    const reached = new Set(world.cases.flatMap(endsOf));
    expect([...KINDS, ...GROUNDS].filter((kind) => !reached.has(kind))).toEqual([]);
    const told = world.cases.flatMap(({ notices }) => [...notices.values()].flat().map(({ fact }) => fact.type));
    expect(LETTERS.filter((type) => !told.includes(type))).toEqual([]);
    expect(world.refused).toContain('LETTER_NOT_SIGNED');
    const signed = world.cases.flatMap(signedLetters);
    expect(LEVELS.filter((level) => !signed.includes(level))).toEqual([]);
  },
);

function endsOf({ question, appeal, notices }: EndsWorld['cases'][number]): readonly string[] {
  const letters = [...notices.values()].flat();
  return [
    ...letters.flatMap(({ fact }) => toBody(fact)),
    ...[...question, ...appeal].flatMap(({ fact }) => endIn(fact)),
  ];
}

/** A letter was cancelled where a body was recorded between the ends of two questions, or after them. */
function toBody({ type, kind, ground }: Fact): readonly string[] {
  if (type === 'NoticeDispatched' && kind === 'INFORMING') return ['INFORMED'];
  return type === 'NoticeCancelled' && ground === 'SOURCE_CORRECTED' ? ['CORRECTED'] : [];
}

function endIn(fact: Fact): readonly string[] {
  if (fact.type === 'QuestionAnswered') return ['ANSWERED'];
  if (fact.type === 'OralAnswerRecorded') return ['ORAL'];
  if (fact.type === 'InterimAnswerTold') return ['INTERIM'];
  if (fact.type === 'QuestionEnded') return [String(fact['ground'] ?? fact['end'])];
  if (fact.type === 'RegistrationCorrected') return [String(fact['ground'])];
  return fact.type === 'AppealWithdrawn' ? ['WITHDRAWN'] : [];
}

function signedLetters({ notices }: EndsWorld['cases'][number]): readonly string[] {
  return [...notices.values()].flatMap(([opened, ...told]) => {
    const left = told.some(({ fact }) => fact.type === 'NoticeDispatched') ? 'left' : 'waits';
    return opened?.fact['demands'] === undefined ? [] : [`${String(opened.fact['demands'])} ${left}`];
  });
}
