import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { AppealState, QuestionState, Regime, ResponseState } from '@otklik/contracts/enumerations';
import { tokenise, type Analyse } from '@otklik/text-analysis';
import { indexedText } from '../domain/indexed-text.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { IndexDocument } from './search-index.js';
import type { Districts } from '../../register/application/list/register-reader.js';
import type { Match } from './search-texts.js';

/** Words of appeals, in many forms, so that generated texts and queries meet. */
const WORDS =
  `яма ямы ямой яму дорога дороги дороге дорогу дорогой вода воды воде водой водопровод школа школы школе школьный
школьники фонарь фонари фонарей освещение освещения освещать свет света тепло тепла отопление отопления батарея батареи
холодно холодные мусор мусора мусорный контейнер контейнеры вывоз вывозят вывезли ремонт ремонта ремонтировать ремонтируют
крыша крыши течет протекает подъезд подъезда дом дома доме домов двор двора дворы площадка площадки качели качель автобус
автобуса автобусы остановка остановки больница больницы врач врача врачи дети детей ребенок снег снега убирают уборка
тротуар тротуара асфальт асфальта үлэһит көмө 25 2026 не на и у в из`.split(/\s+/);

const DAYS = ['2026-10-02', '2026-11-01', '2026-11-20', '2026-11-24'];
/** Of days, and of an hour before and after the clock. */
const ENDS = [...DAYS.map((day) => `${day}T24:00`), '2026-11-24T09:00', '2026-11-24T10:00'];
const word = fc.constantFrom(...WORDS);
const some = <Value>(...values: Value[]) => fc.subarray(values, { maxLength: 2 });

/** One letter less, more or changed. */
const misspelt = fc
  .tuple(word, fc.nat(), fc.constantFrom('а', 'о', 'и', 'т', ''))
  .map(([right, at, letter]) => `${right.slice(0, at % right.length)}${letter}${right.slice((at % right.length) + 1)}`);

const clause = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: misspelt },
  { weight: 1, arbitrary: word.map((one) => `${one.slice(0, 4)}*`) },
  { weight: 1, arbitrary: word.map((one) => `-${one}`) },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `"${words.join(' ')}"`) },
);

/** Words, in which one sign of a choice or a bracket may stand anywhere. */
const sign = fc.constantFrom('или', '|', '(', ')');

/** Generated queries, mostly sense. */
export const typedQuery = fc
  .array(fc.oneof({ weight: 6, arbitrary: clause }, { weight: 1, arbitrary: sign }), { maxLength: 9 })
  .map((clauses) => clauses.join(' '));

export const anyFilter: fc.Arbitrary<RegisterFilter> = fc
  .record(
    {
      states: some('REGISTERED', 'ANSWERED', 'SPAM'),
      topics: some('pits', 'light', 'water'),
      departments: some('roads', 'housing'),
      questionStates: some('ROUTED', 'ANSWERED'),
      responseStates: some('OPEN', 'DISPATCHED'),
      executor: fc.constantFrom('e1', 'e2'),
      termKept: fc.boolean(),
      dueBy: fc.constantFrom(...DAYS),
      overdue: fc.boolean(),
      workBy: fc.constantFrom(...DAYS),
      receivedFrom: fc.constantFrom(...DAYS),
      receivedTo: fc.constantFrom(...DAYS),
    },
    { requiredKeys: [] },
  )
  .map((filter) => ({ ...filter, now: { 1: '2026-11-24T09:30', 2: '2026-11-02T18:00' } }));

export const anyMatch = fc.constantFrom<Match[]>('ALL', 'ALL', 'ANY');
export const anyDistricts: fc.Arbitrary<Districts> = fc.constantFrom<Districts[]>([1], [2], [1, 2]);

const question = fc.record(
  {
    questionState: fc.constantFrom<QuestionState[]>('ROUTED', 'ANSWERED'),
    topic: fc.constantFrom('pits', 'light', 'water'),
    department: fc.constantFrom('roads', 'housing'),
    executor: fc.constantFrom('e1', 'e2'),
    responseState: fc.constantFrom<ResponseState[]>('OPEN', 'DISPATCHED'),
    dueOn: fc.constantFrom(...DAYS),
    due: fc.constantFrom(...ENDS),
    workBy: fc.constantFrom(...DAYS),
    termKept: fc.boolean(),
  },
  { requiredKeys: ['questionState'] },
);

const facets = fc.record({
  appeal: fc
    .record(
      {
        state: fc.constantFrom<AppealState[]>('REGISTERED', 'ANSWERED', 'SPAM'),
        regime: fc.constantFrom<Regime[]>('SOCIAL_MESSAGE', 'APPEAL_59FZ'),
        receivedOn: fc.constantFrom(...DAYS),
        dueOn: fc.constantFrom(...DAYS),
        due: fc.constantFrom(...ENDS),
      },
      { requiredKeys: ['state', 'regime', 'receivedOn'] },
    )
    .map((appeal) => ({ ...appeal, receivedMonth: appeal.receivedOn.slice(0, 7) })),
  questions: fc.array(question, { maxLength: 3 }),
});

/** Texts of both districts, the same ones for the same seed. */
export function generatedDocuments(count: number, seed: number, analyse: Analyse): readonly IndexDocument[] {
  const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
  const one = fc.tuple(fc.constantFrom(1, 2), fc.array(text, { minLength: 1, maxLength: 3 }), facets);
  return fc.sample(one, { numRuns: count, seed }).map(([district, texts, given], at) => ({
    district,
    id: randomUUID(),
    version: 1,
    text: indexedText(texts, analyse),
    facets: { ...given, receivedAt: new Date(Date.UTC(2026, 10, 1) + at).toISOString() },
  }));
}

/** Texts from elsewhere, by turns in both districts. */
export function documentsOf(texts: readonly string[], analyse: Analyse): readonly IndexDocument[] {
  const [pattern] = generatedDocuments(1, 1, analyse);
  return texts.map((text, at) => ({
    district: 1 + (at % 2),
    id: randomUUID(),
    version: 1,
    text: indexedText([text], analyse),
    facets: { ...pattern!.facets, receivedAt: new Date(Date.UTC(2026, 10, 1) + at).toISOString() },
  }));
}

/** Queries of one to six of a text's own words, some of them with a letter less. */
export function queryFrom(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(9)), { minLength: 1, maxLength: 6 }))
    .map(([at, picks]) => {
      const words = tokenise(texts[at % texts.length] ?? '').map((token) => token.word);
      return picks
        .map(([place, chance]) => {
          const picked = words[place % words.length] ?? '';
          return chance === 0 && picked.length > 4 ? picked.slice(0, 2) + picked.slice(3) : picked;
        })
        .join(' ');
    });
}
