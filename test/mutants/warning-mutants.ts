import { dropStatement, replaceLiteral, replaceReturn, replaceText } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of early warning: what is a wave, and what officials say of it. */
export const warningMutants: readonly Mutant[] = [
  {
    name: 'early warning: a wave that chance gives every other week',
    in: 'search: ALARM_CHANCE',
    change: replaceLiteral('365', '14'),
    spec: 'waves.spec.ts',
    test: 'give one false alarm a month in a district at the most, of Poisson days with the rhythm of a week',
  },
  {
    name: 'early warning: a mark of what was never warned of',
    in: 'search: WarnEarly.mark',
    change: dropStatement('NOT_FOUND'),
    spec: 'early-warning.int.spec.ts',
    test: 'refuses a mark of what was not warned of, silence without an end or in the past, and an end of anything else',
  },
  {
    name: 'early warning: a mark by a version that is not the newest',
    in: 'search: WarnEarly.mark',
    change: dropStatement('VersionConflict'),
    spec: 'early-warning.int.spec.ts',
    test: 'is silenced until a day by an official whom it names, once for a key, by the version that was seen',
  },
  {
    name: 'early warning: a mark that holds for every later wave of the topic',
    in: 'search: isOf',
    change: replaceReturn('true', 'MOVED_DAYS'),
    spec: 'wave-marks.spec.ts',
    test: 'a wave that is none is warned of no more, and counted as a false alarm; a later one of its topic is warned of',
  },
  {
    name: 'early warning: a mark by an official of one department',
    in: 'search: WarningsResolver.markWave',
    change: dropStatement('Forbidden'),
    spec: 'early-warning.int.spec.ts',
    test: 'is marked only by one who acts in the whole district',
  },
  {
    name: 'topics by place: the first day is usual and new at once',
    in: 'search: PlaceCounts.within',
    change: replaceText('a.received_on < $3', 'a.received_on <= $3'),
    spec: 'topics-by-place.int.spec.ts',
    test: 'counts appeals by topic and place of both days and those between, beside what is usual in as many',
  },
];
