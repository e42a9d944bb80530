import {
  dropElement,
  dropOperand,
  dropProperty,
  dropStatement,
  replaceCode,
  replaceCondition,
  replaceName,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

const spec = 'informed-body.int.spec.ts';
const attack = {
  spec: 'ends.spec.ts',
  test: 'no end without the facts of its ground and the proof of its notice, whatever officials try: seed 1',
} as const;

/** Of the letter to the body that sent an appeal on. */
export const informingMutants: readonly Mutant[] = [
  {
    name: 'a body that counts as informed before its letter has left',
    in: 'case: awaitsLetterToBody',
    change: dropOperand('DISPATCHED'),
    ...attack,
  },
  {
    name: 'a body that counts as informed by the letter to another one',
    in: 'case: ALIKE',
    change: dropElement('organisation'),
    ...attack,
  },
  {
    name: 'a body whose name is sealed counts as informed by the letter to another one',
    in: 'case: ALIKE',
    change: dropElement('bodyRecordedIn'),
    ...attack,
  },
  {
    name: 'a letter to a body says not of which of its letters it speaks',
    in: 'case: ALIKE',
    change: dropElement('letterOn'),
    spec,
    test: 'is replied to by the number and the day of its letter as they are now',
  },
  {
    name: 'a body that is recorded after the end and is not informed',
    in: 'notifications: RoutingConcern.sourceRecorded',
    change: replaceCode('return this.bodies.sourceRecorded(commandFor, event, known, tx)', 'return Promise.resolve()'),
    spec,
    test: 'is informed of it, once, and of no question that is still considered',
  },
  {
    name: 'two questions whose letters to the body have one id',
    in: 'notifications: WriteToBodies.inform',
    change: replaceCode('`informing ${question}`', "'informing'"),
    spec,
    test: 'is informed of each question that had its end, by a letter for each',
  },
  {
    name: 'a letter leaves to a body that is not the one that asked',
    in: 'notifications: WriteToBodies.sourceRecorded',
    change: dropStatement('sourceCorrected'),
    spec,
    test: 'takes the place of another one, whose letter has not left',
  },
  {
    name: 'a body that is informed twice of one end',
    in: 'notifications: WriteToBodies.sourceRecorded',
    change: replaceCondition('informing', 'others'),
    spec,
    test: 'is informed although the letter to another one has left, and not twice where its own has',
  },
  {
    name: 'a letter to the body about an end that the bodies undid',
    in: 'notifications: RoutingConcern.takenBack',
    change: dropStatement('reopened'),
    spec,
    test: 'does not leave once bodies gave the question back, and that of another question does',
  },
  {
    name: 'a letter to the body about an end after which the question is considered again',
    in: 'notifications: RoutingConcern.reopened',
    change: dropStatement('notices'),
    spec,
    test: 'does not leave once another consideration is granted, and the body is informed of the next end',
  },
  {
    name: 'a letter to the body about an end that is no more goes by post when its e-mail came back',
    in: 'notifications: OwedAfterReturn.overBy',
    change: dropOperand('undone'),
    spec,
    test: 'goes nowhere once another consideration is granted; the body is informed of the next end alone',
  },
  {
    name: 'a body whose name is as before counts as another one',
    in: 'intake: keptOf',
    change: dropProperty('isBodyKept'),
    spec: 'source.decide.spec.ts',
    test: 'is corrected with what was recorded before beside it',
  },
  {
    name: 'another body counts as the one before, as its name is sealed',
    in: 'case: detailsSteps.SourceRecorded',
    change: replaceName('recordedIn', 'before ?? recordedIn'),
    spec: 'informed-body.int.spec.ts',
    test: 'may be one that the directory does not have: it is another where its name is',
  },
];
