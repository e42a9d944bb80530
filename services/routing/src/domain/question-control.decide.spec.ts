import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { ConfirmPromise, ExtendPromise, PutUnderControl, TakeOffControl } from './question-control.decide.js';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);
const zone = 'Asia/Yakutsk';
const until = '2027-06-01';

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const accepted: QuestionEvent = { type: 'AnswerAccepted', answer: 'a1', promisedUntil: until };
const proved = { notice: 'letter', answeredOn: '2026-11-30', zone };
const answered: QuestionEvent = { type: 'QuestionAnswered', answer: 'a1', ...proved };
const promised: QuestionEvent = { type: 'MeasuresPromised', until };
const kept: QuestionEvent = { type: 'PromiseConfirmed', text: 'Road is mended.', keptOn: '2027-05-20', zone };
const withPromise = [opened, routed, accepted, answered, promised] as const;

const confirm: ConfirmPromise = {
  type: 'ConfirmPromise',
  text: 'Road is mended.',
  mayActIn: 'ALL',
  today: '2027-05-20',
  zone,
};
const extend: ExtendPromise = {
  type: 'ExtendPromise',
  until: '2027-09-01',
  reason: 'frost',
  mayActIn: 'ALL',
  today: '2027-05-20',
};
const extended: QuestionEvent = { type: 'PromiseExtended', until: '2027-09-01', times: 1, reason: 'frost' };

describe('measures that an answer promises', () => {
  it('stay under control once the answer is proved to be sent', () => {
    const proof: QuestionCommand = { type: 'RecordAnswer', ...proved };
    given(opened, routed, accepted).when(proof).records(answered, promised);
    given(opened, routed, { type: 'AnswerAccepted', answer: 'a1' }).when(proof).records(answered);
    given(opened, routed, accepted, { type: 'AnswerReleased', answer: 'a1' })
      .when(proof)
      .records({ type: 'QuestionAnswered', ...proved });
  });

  it('are confirmed by the department that answered, once', () => {
    given(...withPromise)
      .when(confirm)
      .records(kept);
    given(...withPromise, kept)
      .when(confirm)
      .recordsNothing();
    given(...withPromise)
      .when({ ...confirm, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(...withPromise)
      .when({ ...confirm, photo: 'p1' })
      .records({ ...kept, photo: 'p1' });
    given(opened, routed, answered).when(confirm).refuses('NO_PROMISE');
    given().when(confirm).refuses('NOT_FOUND');
  });

  it('get later days only, each counted', () => {
    given(...withPromise)
      .when(extend)
      .records(extended);
    given(...withPromise, extended)
      .when(extend)
      .recordsNothing();
    given(...withPromise, extended)
      .when({ ...extend, until: '2027-10-01' })
      .records({ ...extended, until: '2027-10-01', times: 2 });
    for (const earlier of [until, '2027-05-25'])
      given(...withPromise)
        .when({ ...extend, until: earlier })
        .refuses('PROMISE_TOO_EARLY');
    given(...withPromise)
      .when({ ...extend, today: '2027-09-01' })
      .refuses('PROMISE_TOO_EARLY');
    given(...withPromise, kept)
      .when(extend)
      .refuses('NO_PROMISE');
  });

  it('are waited for no more when the question is considered again', () => {
    const again: QuestionEvent = { type: 'QuestionReopened', person: 'person', times: 1, until: '2027-06-30' };
    given(...withPromise, again)
      .when(confirm)
      .refuses('NO_PROMISE');
  });

  it('may be given at a reception, with a day still to come', () => {
    const reception: QuestionEvent = { ...opened, regime: 'ORAL_RECEPTION' };
    const said = {
      text: 'We mend it in June.',
      outcome: 'MEASURES_PROMISED',
      answeredAt: '2026-11-30T02:00:00.000Z',
    } as const;
    const tell: QuestionCommand = {
      type: 'RecordReceptionAnswer',
      record: 'told',
      ...said,
      consented: true,
      by: 'head',
      mayActIn: 'ALL',
      promisedUntil: until,
      answeredOn: '2026-11-30',
      zone,
      factsPlain: true,
      receivedOn: '2026-11-30',
    };
    const told: QuestionEvent = {
      type: 'OralAnswerRecorded',
      ...said,
      answeredBy: 'head',
      receivedOn: '2026-11-30',
      factsPlain: true,
    };
    const { answeredAt } = said;
    given(reception, routed)
      .when(tell)
      .records(told, { type: 'QuestionAnswered', ...proved, notice: 'told', answeredAt }, promised);
    given(reception, routed)
      .when({ ...tell, promisedUntil: '2026-11-30' })
      .refuses('PROMISE_TOO_EARLY');
    given(reception, routed)
      .when({ ...tell, outcome: 'EXPLAINED' })
      .refuses('PROMISE_NEEDS_DAY');
  });
});

describe('the code of the common classifier', () => {
  const code = '0003.0009.0099.0742';
  const classify: QuestionCommand = { type: 'ClassifyQuestion', classifier: code, codeIs: 'KNOWN', mayActIn: 'ALL' };
  const classified: QuestionEvent = { type: 'QuestionClassified', classifier: code };
  const route = { type: 'RouteQuestion', department: 'housing', topicKnown: true, departmentKnown: true } as const;

  it('is set by hand, also after the answer, and not of a closed question', () => {
    given(opened, routed).when(classify).records(classified);
    given(opened, routed, classified).when(classify).recordsNothing();
    given(opened, routed, answered).when(classify).records(classified);
    given(opened, routed, answered)
      .when({ ...classify, mayActIn: ['works'] })
      .refuses('FORBIDDEN');
    given(opened, routed)
      .when({ ...classify, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened, routed, { type: 'QuestionClosed', ground: 'WITHDRAWN' })
      .when(classify)
      .refuses('QUESTION_STATE_FORBIDS');
  });

  it('is a question or sub-question of the edition in force; the edition goes with it, and another one is a fact of its own', () => {
    const withEdition = { ...classify, classifierEdition: '31.10.2025' };
    const set: QuestionEvent = { ...classified, classifierEdition: '31.10.2025' };
    given(opened, routed)
      .when({ ...classify, codeIs: 'TOO_WIDE' })
      .refuses('CLASSIFIER_CODE_TOO_WIDE');
    given(opened, routed)
      .when({ ...classify, codeIs: 'UNKNOWN' })
      .refuses('CLASSIFIER_CODE_UNKNOWN');
    given(opened, routed)
      .when({ ...classify, codeIs: 'UNCHECKED' })
      .records(classified);
    given(opened, routed, classified).when(withEdition).records(set);
    given(opened, routed, set).when(withEdition).recordsNothing();
    given(opened, routed, set, answered)
      .when({ ...withEdition, classifierEdition: '01.02.2026' })
      .records({ ...set, classifierEdition: '01.02.2026' });
  });

  it('stays with the topic, and comes with another one', () => {
    const moved = { type: 'QuestionRouted', department: 'housing', by: 'OFFICIAL', words: [] } as const;
    given(opened, routed, classified)
      .when({ ...route, topic: 'ROADS', classifier: '0004.0016.0162.0999' })
      .records({ ...moved, topic: 'ROADS', classifier: code });
    given(opened, routed, classified)
      .when({ ...route, topic: 'HOUSING', classifier: '0004.0016.0162.0999' })
      .records({ ...moved, topic: 'HOUSING', classifier: '0004.0016.0162.0999' });
  });
});

describe('the topic', () => {
  const correct: QuestionCommand = {
    type: 'CorrectTopic',
    topic: 'HOUSING',
    topicKnown: true,
    classifier: '0004.0016.0162.0999',
    reason: 'It is about a road.',
    mayActIn: ['works'],
  };

  const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };

  it('is corrected with the former one beside it; department and executor stay', () => {
    const corrected: QuestionEvent = {
      type: 'TopicCorrected',
      topic: 'HOUSING',
      formerTopic: routed.topic,
      classifier: '0004.0016.0162.0999',
      reason: 'It is about a road.',
    };
    given(opened, routed, assigned).when(correct).records(corrected);
    given(opened, routed, assigned, corrected).when(correct).recordsNothing();
    given(opened, routed, assigned, corrected)
      .when({ type: 'ReturnQuestion', reason: 'r', mayActIn: ['works'] })
      .records({ type: 'QuestionReturned', reason: 'r' });
  });

  it('is one of the district, of a question that is considered, and corrected in its department', () => {
    given(opened, routed)
      .when({ ...correct, topicKnown: false })
      .refuses('TOPIC_UNKNOWN');
    given(opened, routed)
      .when({ ...correct, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened)
      .when({ ...correct, mayActIn: 'ALL' })
      .refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed, answered)
      .when({ ...correct, mayActIn: 'ALL' })
      .refuses('QUESTION_STATE_FORBIDS');
  });
});

describe('control of how a question is considered: 59-FZ art. 14', () => {
  const put: PutUnderControl = { type: 'PutUnderControl', until: '2026-12-10', mayActIn: 'ALL', today: '2026-12-01' };
  const takeOff: TakeOffControl = { type: 'TakeOffControl', mayActIn: 'ALL' };
  const controlled: QuestionEvent = { type: 'QuestionPutUnderControl', until: '2026-12-10' };
  const takenOff: QuestionEvent = { type: 'QuestionTakenOffControl' };

  it('lasts until a day that is not over, and put again until another one', () => {
    given(opened, routed).when(put).records(controlled);
    given(opened, routed, controlled).when(put).recordsNothing();
    given(opened, routed, controlled)
      .when({ ...put, until: '2026-12-20' })
      .records({ ...controlled, until: '2026-12-20' });
    given(opened, routed)
      .when({ ...put, today: '2026-12-10' })
      .records(controlled);
    given(opened, routed)
      .when({ ...put, today: '2026-12-11' })
      .refuses('CONTROL_DAY_OVER');
    given().when(put).refuses('NOT_FOUND');
  });

  it('begins while the question is considered, in the departments of the official', () => {
    given(opened, routed, accepted).when(put).refuses('ANSWER_IS_SIGNED');
    given(opened, routed, answered).when(put).refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed)
      .when({ ...put, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
  });

  it('outlasts the answer, and ends by the official alone, once', () => {
    given(opened, routed, controlled, answered).when(takeOff).records(takenOff);
    given(opened, routed, controlled, takenOff).when(takeOff).recordsNothing();
    given(opened, routed, controlled, takenOff).when(put).records(controlled);
    given(opened, routed).when(takeOff).recordsNothing();
    given(opened, routed, controlled)
      .when({ ...takeOff, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given().when(takeOff).refuses('NOT_FOUND');
  });
});
