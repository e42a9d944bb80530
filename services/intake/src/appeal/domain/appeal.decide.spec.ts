import { describe, expect, it } from '@jest/globals';
import { fold } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import { evolve, initialState, type AppealEvent, type AppealReceived, type AttachedFile } from './appeal.js';
import { appeal, decide, type AppealCommand } from './appeal.decide.js';

const { given } = specify(appeal);

const person = '00000000-0000-5000-8000-00000000000a';
const message: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'SOCIAL_MESSAGE',
  channel: 'SITE',
  person,
  identified: false,
  text: 'На улице Лесной темно.',
  name: 'Айта Петрова',
  contact: 'aita@example.org',
  contactKind: 'EMAIL',
  files: [],
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  fingerprint: 'f',
};
const { name: _, ...nameless } = message;
const paper: AppealReceived = { ...message, regime: 'APPEAL_59FZ', channel: 'PAPER' };
const takenUp: AppealEvent = { type: 'MessageTakenUp' };
const turned: AppealEvent = {
  type: 'MessageTurnedIntoAppeal',
  regime: 'APPEAL_59FZ',
  identification: 'VISIT',
  identifiedBy: 'паспорт',
};
const spam: AppealEvent = { type: 'MarkedAsSpam', kind: 'OTHER', reason: 'реклама' };
const duplicate: AppealEvent = { type: 'MarkedAsDuplicate', of: 'first' };
const takenBack: AppealEvent = { type: 'DecisionTakenBack', reason: 'ошибка', commandId: 'back' };
const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: 'АЛД-С-2026-1',
  journal: 'MESSAGES',
  registeredOn: '2026-11-25',
  zone: 'Asia/Yakutsk',
  regime: 'SOCIAL_MESSAGE',
  person,
  year: 2026,
  serial: 1,
};
const answeredAtOnce: AppealEvent = {
  type: 'AnsweredAtOnce',
  text: 'Зимник откроют 5 декабря.',
  person,
  regime: 'SOCIAL_MESSAGE',
  answeredOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  leavesAt: '2026-11-24T02:00:15.000Z',
  commandId: 'at-once',
};
const urgent: AppealEvent = { type: 'UrgencyDeclared', danger: 'GAS' };
const answered: AppealEvent = { type: 'AppealAnswered', notice: 'n1', answeredOn: '2026-12-01' };
const rated: AppealEvent = { type: 'AppealRated', score: 4, commandId: 'rate' };
const reopening: AppealEvent = { type: 'ReopeningRequested', reason: 'не сделано', commandId: 'reopen' };
const withdrawn: AppealEvent = { type: 'AppealWithdrawn' };
const erased: AppealEvent = { type: 'PersonErased', person, ground: 'CASE_CLOSED' };

const receive: AppealCommand = { ...message, type: 'ReceiveAppeal' };
const takeUp: AppealCommand = { type: 'TakeUpMessage' };
const turn: AppealCommand = { type: 'TurnIntoAppeal', identification: 'VISIT', identifiedBy: 'паспорт' };
const markSpam: AppealCommand = { type: 'MarkAsSpam', kind: 'OTHER', reason: 'реклама' };
const markDuplicate: AppealCommand = {
  type: 'MarkAsDuplicate',
  id: 'this',
  of: { id: 'first', status: 'REGISTERED' },
};
const takeBack = {
  type: 'TakeBackDecision',
  reason: 'ошибка',
  at: '2026-11-24T02:00:09.000Z',
  commandId: 'back',
} as const satisfies AppealCommand;
const answerAtOnce: AppealCommand = {
  type: 'AnswerAtOnce',
  text: 'Зимник откроют 5 декабря.',
  answeredOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  at: '2026-11-24T02:00:00.000Z',
  commandId: 'at-once',
};
const escalate: AppealCommand = { type: 'EscalateUrgently', danger: 'GAS' };
const register: AppealCommand = {
  type: 'RegisterAppeal',
  number: 'АЛД-С-2026-1',
  year: 2026,
  serial: 1,
  registeredOn: '2026-11-25',
  zone: 'Asia/Yakutsk',
};
const supplement: AppealCommand = { type: 'SupplementAppeal', text: 'И у школы тоже.', files: [], commandId: 'more' };
const withdraw: AppealCommand = { type: 'WithdrawAppeal' };
const answer: AppealCommand = { type: 'AnswerAppeal', notice: 'n1', answeredOn: '2026-12-01' };
const rate: AppealCommand = { type: 'RateAppeal', score: 4, commandId: 'rate' };
const reopen: AppealCommand = {
  type: 'RequestReopening',
  reason: 'не сделано',
  commandId: 'reopen',
  today: '2026-12-31',
  withinDays: 30,
};
const erase: AppealCommand = { type: 'ErasePerson' };
const file = (id: string): AttachedFile => ({ id, type: 'image/png', size: 3, sha256: 's' });
const five = ['1', '2', '3', '4', '5'].map(file);

describe('a submission', () => {
  it('is received once', () => {
    given().when(receive).records(message);
    given(message, takenUp).when(receive).recordsNothing();
  });

  it('has at most five files', () => {
    given()
      .when({ ...receive, files: five })
      .records({ ...message, files: five });
    given()
      .when({ ...receive, files: [...five, file('6')] })
      .refuses('TOO_MANY_FILES', { max: 5 });
  });

  it('is required by every other command', () => {
    for (const command of [
      takeUp,
      turn,
      markSpam,
      markDuplicate,
      takeBack,
      register,
      supplement,
      withdraw,
      answer,
      rate,
      erase,
    ])
      given().when(command).refuses('APPEAL_STATE_FORBIDS');
  });
});

describe('a message', () => {
  it('is taken up', () => {
    given(message).when(takeUp).records(takenUp);
  });

  it('is taken up with words for its sender, which leave once it can be taken back no more', () => {
    const told = { words: 'Взяли в работу.', at: '2026-11-24T02:00:00.000Z' };
    const words = { words: told.words, leavesAt: '2026-11-24T02:00:15.000Z' };
    given(message)
      .when({ type: 'TakeUpMessage', told })
      .records({ ...takenUp, ...words });
    given(message, takenUp).when({ type: 'TakeUpMessage', told }).recordsNothing();
  });

  it('is turned into an appeal, when received or taken up: 59-FZ art. 4', () => {
    given(message)
      .when(turn)
      .records({ ...turned, state: 'TAKEN_UP' });
    given(message, takenUp)
      .when(turn)
      .records({ ...turned, state: 'TAKEN_UP' });
  });

  it('is not turned into an appeal without a name or an identification: 59-FZ art. 7', () => {
    given(nameless).when(turn).refuses('APPLICANT_NOT_IDENTIFIED');
    given(message)
      .when({ ...turn, identifiedBy: ' ' })
      .refuses('APPLICANT_NOT_IDENTIFIED');
  });

  it('is marked as spam', () => {
    given(message).when(markSpam).records(spam);
  });

  it('is marked as a duplicate of another appeal that may still be answered', () => {
    given(message).when(markDuplicate).records(duplicate);
    given(message)
      .when({ ...markDuplicate, of: { id: 'this', status: 'RECEIVED' } })
      .refuses('DUPLICATE_OF_ITSELF');
    given(message)
      .when({ ...markDuplicate, of: { id: 'x', status: 'DUPLICATE' } })
      .refuses('DUPLICATE_OF_ITSELF');
    for (const status of ['NONE', 'SPAM', 'WITHDRAWN', 'ERASED'] as const)
      given(message)
        .when({ ...markDuplicate, of: { id: 'x', status } })
        .refuses('APPEAL_STATE_FORBIDS');
  });

  it('is released as a duplicate when its original ends without an answer', () => {
    const release: AppealCommand = { type: 'ReleaseDuplicate', of: 'first', reason: 'нет ответа', commandId: 'c9' };
    const released: AppealEvent = { type: 'DecisionTakenBack', reason: 'нет ответа', commandId: 'c9' };
    given(message, duplicate).when(release).records(released);
    given(message, duplicate)
      .when({ ...release, of: 'another' })
      .recordsNothing();
    for (const other of [takenUp, spam]) given(message, other).when(release).recordsNothing();
    given(message, duplicate, takenBack, spam).when(release).recordsNothing();
  });

  it('keeps its decision until it is taken back', () => {
    given(message, spam).when(takeUp).refuses('APPEAL_STATE_FORBIDS');
    given(message, spam).when(turn).refuses('APPEAL_STATE_FORBIDS');
    given(message, spam).when(markDuplicate).refuses('APPEAL_STATE_FORBIDS');
    given(message, duplicate).when(markSpam).refuses('APPEAL_STATE_FORBIDS');
    given(message, duplicate)
      .when({ ...markDuplicate, of: { id: 'other', status: 'RECEIVED' } })
      .refuses('APPEAL_STATE_FORBIDS');
    given(message, takenUp).when(markSpam).refuses('APPEAL_STATE_FORBIDS');
    given(message, turned).when(takeUp).recordsNothing();
  });

  it('is answered at once without a case, which is taken back until the answer leaves', () => {
    given(message).when(answerAtOnce).records(answeredAtOnce);
    given(message, answeredAtOnce).when(takeBack).records(takenBack);
    given(message, answeredAtOnce, takenBack).when(takeUp).records(takenUp);
    given(message, answeredAtOnce)
      .when({ ...takeBack, at: '2026-11-24T02:00:12.001Z' })
      .refuses('ANSWER_HAS_LEFT');
    given(message, answeredAtOnce).when(register).refuses('APPEAL_STATE_FORBIDS');
    given(message, takenUp).when(answerAtOnce).refuses('APPEAL_STATE_FORBIDS');
    given(message, registered).when(answerAtOnce).refuses('APPEAL_ALREADY_REGISTERED');
  });

  it('waits for the moderator again when its sender writes on after that answer', () => {
    const added: AppealEvent = { type: 'AppealSupplemented', text: 'Не открыли.', files: [], commandId: 'more' };
    given(message, answeredAtOnce, added).when(takeUp).records(takenUp);
  });

  it('is declared urgent once, and waits for its decision as before', () => {
    given(message).when(escalate).records(urgent);
    given(message, urgent).when(escalate).recordsNothing();
    given(message, urgent).when(takeUp).records(takenUp);
    given(message, urgent).when(takeBack).records(takenBack);
    given(message, urgent, takenBack)
      .when(escalate)
      .records({ ...urgent });
    given(message, urgent, takenUp, takenBack).when(escalate).recordsNothing();
    given(message, spam).when(escalate).refuses('APPEAL_STATE_FORBIDS');
    given(message, registered).when(escalate).records(urgent);
  });

  it('is registered as urgent where it was declared so before', () => {
    given(message, urgent, takenUp)
      .when(register)
      .records({ ...registered, urgent: true });
    given(message, urgent, takenBack, takenUp).when(register).records(registered);
  });

  it('returns to its received state when a decision is taken back', () => {
    for (const decision of [takenUp, turned, spam, duplicate]) {
      given(message, decision).when(takeBack).records(takenBack);
      given(message, decision, takenBack).when(takeUp).records(takenUp);
    }
    given(message, turned, takenBack).when(register).refuses('APPEAL_NOT_TAKEN_UP');
    given(message).when(takeBack).refuses('NO_DECISION_TO_TAKE_BACK');
    given(message, spam, takenBack)
      .when({ ...takeBack, commandId: 'another' })
      .refuses('NO_DECISION_TO_TAKE_BACK');
  });
});

describe('an appeal under 59-FZ', () => {
  it('is never spam or a duplicate, and needs no taking up: art. 8(2), 9(1)', () => {
    given(paper).when(markSpam).refuses('APPEAL_STATE_FORBIDS');
    given(paper).when(markDuplicate).refuses('APPEAL_STATE_FORBIDS');
    given(paper).when(takeUp).refuses('APPEAL_STATE_FORBIDS');
    given(paper).when(turn).refuses('APPEAL_STATE_FORBIDS');
  });

  it('is registered in the journal of appeals', () => {
    const inAppeals = { ...registered, journal: 'APPEALS', regime: 'APPEAL_59FZ' } as const;
    given(paper).when(register).records(inAppeals);
    given(message, turned).when(register).records(inAppeals);
  });
});

describe('registration', () => {
  it('of a message requires that it was taken up', () => {
    given(message, takenUp).when(register).records(registered);
    given(message).when(register).refuses('APPEAL_NOT_TAKEN_UP');
    given(message, spam).when(register).refuses('APPEAL_STATE_FORBIDS');
    given(message, duplicate).when(register).refuses('APPEAL_STATE_FORBIDS');
  });

  it('refuses a second number', () => {
    const second: AppealCommand = { ...register, number: 'АЛД-С-2026-2', serial: 2 };
    given(message, takenUp, registered).when(second).refuses('APPEAL_ALREADY_REGISTERED');
    given(message, takenUp, registered, answered).when(second).refuses('APPEAL_ALREADY_REGISTERED');
  });

  it('ends the moderator’s decisions', () => {
    const after = given(message, takenUp, registered);
    for (const command of [takeUp, turn, markSpam, markDuplicate, takeBack])
      after.when(command).refuses('APPEAL_ALREADY_REGISTERED');
    given(message, takenUp, registered, answered).when(takeBack).refuses('APPEAL_ALREADY_REGISTERED');
  });
});

describe('the resident', () => {
  const more: AppealEvent = { type: 'AppealSupplemented', text: 'И у школы тоже.', files: [], commandId: 'more' };

  it('supplements at any time, also a message marked as spam and after the answer', () => {
    for (const before of [[], [takenUp], [spam], [duplicate], [takenUp, registered], [takenUp, registered, answered]])
      given(message, ...before)
        .when(supplement)
        .records(more);
  });

  it('adds files up to five in total', () => {
    const four = { ...message, files: five.slice(1) };
    given(four)
      .when({ ...supplement, files: [file('a')] })
      .records({ ...more, files: [file('a')] });
    given(four, { ...more, files: [file('a')] })
      .when({ ...supplement, commandId: 'again', files: [file('b')] })
      .refuses('TOO_MANY_FILES', { max: 5 });
  });

  it('supplements twenty times at most, across all decisions', () => {
    const many = Array.from({ length: 19 }, (_, at): AppealEvent => ({ ...more, commandId: `${at}` }));
    given(message, ...many, spam, takenBack, takenUp, registered)
      .when(supplement)
      .records(more);
    const full = given(message, ...many, more, spam, takenBack);
    full.when({ ...supplement, commandId: 'again' }).refuses('TOO_MANY_SUPPLEMENTS', { max: 20 });
    full.when(supplement).recordsNothing();
  });

  it('withdraws an appeal that is not answered', () => {
    for (const before of [[], [takenUp], [turned], [takenUp, registered]])
      given(message, ...before)
        .when(withdraw)
        .records(withdrawn);
    given(message, spam).when(withdraw).refuses('APPEAL_STATE_FORBIDS');
    given(message, duplicate).when(withdraw).refuses('APPEAL_STATE_FORBIDS');
    given(message, takenUp, registered, answered).when(withdraw).refuses('APPEAL_STATE_FORBIDS');
  });

  it('can do nothing more after withdrawing, nor can officials', () => {
    for (const command of [takeUp, turn, markSpam, markDuplicate, takeBack, register, supplement, answer, rate, reopen])
      given(message, withdrawn).when(command).refuses('APPEAL_WITHDRAWN');
  });

  it('rates once, after the answer', () => {
    given(message, takenUp, registered).when(rate).refuses('NOT_ANSWERED_YET');
    given(message, takenUp, registered, answered).when(rate).records(rated);
    given(message, takenUp, registered, answered, rated)
      .when({ ...rate, commandId: 'again', score: 1 })
      .refuses('ALREADY_RATED');
  });

  it('asks for reopening within the term', () => {
    given(message, takenUp, registered).when(reopen).refuses('NOT_ANSWERED_YET');
    given(message, takenUp, registered, answered).when(reopen).records(reopening);
    given(message, takenUp, registered, answered)
      .when({ ...reopen, today: '2027-01-01' })
      .refuses('REOPENING_TERM_OVER', { until: '2026-12-31' });
    given(message, takenUp, registered, answered, reopening)
      .when({ ...reopen, commandId: 'again' })
      .refuses('APPEAL_STATE_FORBIDS');
  });
});

describe('the answer', () => {
  it('is recorded once, and again after a reopening', () => {
    given(message, takenUp, registered).when(answer).records(answered);
    given(message, takenUp, registered, answered, reopening)
      .when({ ...answer, notice: 'n2' })
      .records({ ...answered, notice: 'n2' });
    given(message, takenUp).when(answer).refuses('APPEAL_STATE_FORBIDS');
  });

  it('after a reopening does not allow a second rating', () => {
    const again: AppealEvent = { ...answered, notice: 'n2' };
    given(message, takenUp, registered, answered, rated, reopening, again)
      .when({ ...rate, commandId: 'again' })
      .refuses('ALREADY_RATED');
  });
});

describe('erasure', () => {
  it('needs a named ground while the case is open', () => {
    for (const before of [[], [takenUp], [takenUp, registered], [takenUp, registered, answered, reopening]]) {
      given(message, ...before)
        .when(erase)
        .refuses('APPEAL_STILL_OPEN');
      given(message, ...before)
        .when({ ...erase, ground: 'COURT' })
        .records({ ...erased, ground: 'COURT' });
    }
  });

  it('needs no ground once the case is closed', () => {
    for (const before of [[spam], [duplicate], [withdrawn], [takenUp, registered, answered]])
      given(message, ...before)
        .when(erase)
        .records(erased);
  });

  it('forbids every later command', () => {
    for (const command of [
      takeUp,
      turn,
      markSpam,
      markDuplicate,
      takeBack,
      register,
      supplement,
      withdraw,
      answer,
      rate,
    ])
      given(message, spam, erased).when(command).refuses('APPEAL_STATE_FORBIDS');
  });
});

it('folds any sequence of events without throwing, and ignores events before AppealReceived', () => {
  const facts = [
    takenUp,
    turned,
    spam,
    duplicate,
    takenBack,
    registered,
    answered,
    rated,
    reopening,
    withdrawn,
    erased,
  ];
  for (const fact of facts) {
    expect(evolve(initialState, fact)).toBe(initialState);
    for (const before of facts) expect(() => evolve(fold(appeal, [message, before]), fact)).not.toThrow();
  }
  expect(decide(erase, fold(appeal, [message, takenUp, registered, withdrawn, erased]))).toEqual([]);
});
