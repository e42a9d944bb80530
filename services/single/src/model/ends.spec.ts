import { expect, it } from '@jest/globals';
import { isNight } from '@otklik/testing';
import { actByChance } from './ends-acts.fixture.js';
import { faultsOf } from './ends-invariants.fixture.js';
import { givenSignatures } from './ends-signatures.fixture.js';
import { EndsWorld } from './ends-world.fixture.js';

const ACTS = isNight ? 100_000 : 20_000;
const SEEDS = isNight ? [1, 2, 3, 4, 5] : [1];
const LETTERS = ['LetterDelivered', 'LetterReturned'];
/** Levels of signatures that districts demand, of letters that left and of those that never did. */
const LEVELS = ['VALID left', 'TRUSTED left', 'VALID waits', 'TRUSTED waits'];
const KINDS = ['ANSWERED', 'ORAL', 'FORWARDED', 'DUPLICATE', 'MISTAKE', 'WITHDRAWN', 'INTERIM'];
const GROUNDS = ['ANON', 'COURT', 'ABUSE', 'UNREADABLE', 'UNCLEAR', 'REPEAT', 'PUBLISHED', 'SECRET', 'COMPLAINT'];

it.each(SEEDS)(
  'no end without the facts of its ground and the proof of its notice, whatever officials try: seed %d',
  async (seed) => {
    const world = new EndsWorld(seed, await givenSignatures());
    const byId = new Map<string, (typeof world.cases)[number]>();
    for (let act = 0; act < ACTS; act += 1) {
      const touched = actByChance(world);
      byId.set(touched.id, touched);
      const faults = faultsOf(touched, (id) => byId.get(id));
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

function endsOf({ question, appeal }: EndsWorld['cases'][number]): readonly string[] {
  return [...question, ...appeal].flatMap(({ fact }) => {
    if (fact.type === 'QuestionAnswered') return ['ANSWERED'];
    if (fact.type === 'OralAnswerRecorded') return ['ORAL'];
    if (fact.type === 'InterimAnswerTold') return ['INTERIM'];
    if (fact.type === 'QuestionEnded') return [String(fact['ground'] ?? fact['end'])];
    if (fact.type === 'RegistrationCorrected') return [String(fact['ground'])];
    return fact.type === 'AppealWithdrawn' ? ['WITHDRAWN'] : [];
  });
}

function signedLetters({ notices }: EndsWorld['cases'][number]): readonly string[] {
  return [...notices.values()].flatMap(([opened, ...told]) => {
    const left = told.some(({ fact }) => fact.type === 'NoticeDispatched') ? 'left' : 'waits';
    return opened?.fact['demands'] === undefined ? [] : [`${String(opened.fact['demands'])} ${left}`];
  });
}
