import { describe, it } from '@jest/globals';
import type { Regime } from '@otklik/contracts/enumerations';
import { compact } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import type { AppealEvent, AppealReceived } from './appeal.js';
import { appeal, type AppealCommand } from './appeal.decide.js';

/* What becomes of an appeal that is registered already: turned, struck, considered again. */

const { given } = specify(appeal);

const person = '00000000-0000-5000-8000-00000000000a';
const zone = 'Asia/Yakutsk';
const message: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'SOCIAL_MESSAGE',
  channel: 'SITE',
  person,
  identified: false,
  text: 'На улице Лесной темно.',
  name: 'Айта Петрова',
  files: [],
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone,
};
const { name: _, ...nameless } = message;
const paper: AppealReceived = { ...message, regime: 'APPEAL_59FZ', channel: 'PAPER' };
const takenUp: AppealEvent = { type: 'MessageTakenUp' };
const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: 'АЛД-С-2026-1',
  journal: 'MESSAGES',
  registeredOn: '2026-11-25',
  zone,
  regime: 'SOCIAL_MESSAGE',
  person,
  year: 2026,
  serial: 1,
};
const registeredPaper: AppealEvent = {
  ...registered,
  number: 'АЛД-О-2026-3',
  journal: 'APPEALS',
  regime: 'APPEAL_59FZ',
  serial: 3,
};
const answered: AppealEvent = { type: 'AppealAnswered', notice: 'n1', answeredOn: '2026-12-01' };
const requested: AppealEvent = { type: 'ReopeningRequested', reason: 'не сделано', commandId: 'ask' };
const grantedOnce: AppealEvent = {
  type: 'ReopeningGranted',
  times: 1,
  person,
  regime: 'SOCIAL_MESSAGE',
  grantedOn: '2026-12-03',
  zone,
  commandId: 'grant',
};
const refused: AppealEvent = { type: 'ReopeningRefused', reason: 'ответ верен' };

const request: AppealCommand = {
  type: 'RequestReopening',
  reason: 'не сделано',
  commandId: 'ask',
  today: '2026-12-02',
  withinDays: 30,
};
const grant: AppealCommand = { type: 'GrantReopening', grantedOn: '2026-12-03', zone, commandId: 'grant' };
const refuse: AppealCommand = { type: 'RefuseReopening', reason: 'ответ верен' };

const correcting = {
  type: 'CorrectRegistration',
  id: 'this',
  ground: 'MISTAKE',
  reason: 'ошибка',
  by: 'ivanova',
  today: '2026-11-25',
} as const;

describe('59-FZ art. 10(1): an answered appeal of which a question was given back by every body', () => {
  const resume: AppealCommand = { type: 'ResumeConsideration', question: 'q1' };
  const resumed: AppealEvent = { type: 'ConsiderationResumed', question: 'q1' };
  const registeredAnswered = [paper, registeredPaper, answered] as const;

  it('is considered again, once, and answered again', () => {
    given(...registeredAnswered)
      .when(resume)
      .records(resumed);
    given(...registeredAnswered, resumed)
      .when(resume)
      .recordsNothing();
    given(paper, registeredPaper).when(resume).recordsNothing();
    given(...registeredAnswered, resumed)
      .when({ type: 'AnswerAppeal', notice: 'n2', answeredOn: '2026-12-10' })
      .records({ ...answered, notice: 'n2', answeredOn: '2026-12-10' });
  });

  it('is open: it may be withdrawn, and neither rated, asked to be reopened, struck, nor erased without a ground', () => {
    const open = given(...registeredAnswered, resumed);
    open.when({ type: 'WithdrawAppeal' }).records({ type: 'AppealWithdrawn' });
    open.when({ type: 'RateAppeal', score: 4, commandId: 'rate' }).refuses('NOT_ANSWERED_YET');
    open.when(request).refuses('NOT_ANSWERED_YET');
    open.when({ type: 'ErasePerson' }).refuses('APPEAL_STILL_OPEN');
    open.when({ ...correcting, ground: 'MISTAKE' }).refuses('APPEAL_STATE_FORBIDS');
  });

  it('keeps what the applicant asked of the earlier answer', () => {
    const asked = given(...registeredAnswered, requested, resumed);
    asked.when(grant).records({ ...grantedOnce, regime: 'APPEAL_59FZ' });
    asked.when(refuse).records({ ...refused, state: 'REGISTERED' });
    given(...registeredAnswered, requested, resumed, refused)
      .when(refuse)
      .recordsNothing();
    given(...registeredAnswered, resumed)
      .when(grant)
      .refuses('NO_REOPENING_REQUESTED');
  });
});

describe('a request for another consideration', () => {
  const asked = [message, takenUp, registered, answered, requested] as const;

  it('is granted: the appeal is considered again, and answered again', () => {
    given(...asked)
      .when(grant)
      .records(grantedOnce);
    const again: AppealCommand = { type: 'AnswerAppeal', notice: 'n2', answeredOn: '2026-12-10' };
    given(...asked, grantedOnce)
      .when(again)
      .records({ ...answered, notice: 'n2', answeredOn: '2026-12-10' });
  });

  it('names the question: the official’s word before the applicant’s', () => {
    const named: AppealEvent = { ...requested, question: 'q2' };
    given(message, takenUp, registered, answered, named)
      .when(grant)
      .records({ ...grantedOnce, question: 'q2' });
    given(message, takenUp, registered, answered, named)
      .when({ ...grant, question: 'q1' })
      .records({ ...grantedOnce, question: 'q1' });
  });

  it('is refused with a reason, once: the answer remains', () => {
    given(...asked)
      .when(refuse)
      .records(refused);
    given(...asked, refused)
      .when(grant)
      .refuses('NO_REOPENING_REQUESTED');
    given(...asked, refused)
      .when({ ...request, commandId: 'again' })
      .refuses('REOPENING_DECIDED');
  });

  it('may be granted twice, the second time to the head', () => {
    const secondAnswer: AppealEvent = { ...answered, notice: 'n2' };
    const secondRequest: AppealEvent = { ...requested, commandId: 'ask2' };
    const twice = [...asked, grantedOnce, secondAnswer, secondRequest] as const;
    const grantedTwice: AppealEvent = { ...grantedOnce, times: 2, commandId: 'grant2' };
    given(...asked, grantedOnce, secondAnswer)
      .when({ ...request, commandId: 'ask2' })
      .records(secondRequest);
    given(...twice)
      .when({ ...grant, commandId: 'grant2' })
      .records(grantedTwice);
    given(...twice, grantedTwice, { ...answered, notice: 'n3' })
      .when({ ...request, commandId: 'ask3' })
      .refuses('REOPENING_DECIDED');
  });

  it('must have been made', () => {
    for (const before of [[message], [message, takenUp, registered], [message, takenUp, registered, answered]])
      for (const command of [grant, refuse])
        given(...before)
          .when(command)
          .refuses('NO_REOPENING_REQUESTED');
  });

  it('keeps the case open, and the rating of the first answer', () => {
    given(...asked, grantedOnce)
      .when({ type: 'ErasePerson' })
      .refuses('APPEAL_STILL_OPEN');
    const rated: AppealEvent = { type: 'AppealRated', score: 2, commandId: 'rate' };
    given(message, takenUp, registered, answered, rated, requested, grantedOnce, { ...answered, notice: 'n2' })
      .when({ type: 'RateAppeal', score: 5, commandId: 'again' })
      .refuses('ALREADY_RATED');
  });
});

describe('what is added to a registered appeal', () => {
  const added: AppealEvent = { type: 'AppealSupplemented', text: 'И у школы.', files: [], commandId: 'more' };
  const acknowledged: AppealEvent = { type: 'SupplementAcknowledged' };
  const read: AppealCommand = { type: 'AcknowledgeSupplement', mayActIn: 'ALL', departments: ['roads'] };
  const sent = [message, takenUp, registered, answered] as const;

  it('is acknowledged once, before the answer and after it', () => {
    for (const before of [[message, takenUp, registered], sent]) {
      given(...before, added)
        .when(read)
        .records(acknowledged);
      given(...before, added, acknowledged)
        .when(read)
        .recordsNothing();
      given(...before, added, acknowledged, { ...added, commandId: 'again' })
        .when(read)
        .records(acknowledged);
    }
    given(message, takenUp, registered, added, answered).when(read).records(acknowledged);
  });

  it('is considered with the request for another consideration that was granted, not with one that was refused', () => {
    given(...sent, added, requested, grantedOnce)
      .when(read)
      .recordsNothing();
    given(...sent, added, requested, refused)
      .when(read)
      .records(acknowledged);
  });

  it('stays when the message becomes an appeal, and is nothing of what came before the registration', () => {
    given(message, added, takenUp, registered).when(read).recordsNothing();
    given(message, takenUp, registered, added, registeredPaper).when(read).records(acknowledged);
    given(message, added).when(read).refuses('APPEAL_STATE_FORBIDS');
  });

  it('is acknowledged by officials of the departments that have its questions, or of all', () => {
    given(...sent, added)
      .when({ ...read, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(...sent, added)
      .when({ ...read, mayActIn: ['housing', 'roads'] })
      .records(acknowledged);
  });
});

describe('a registered message', () => {
  const numbered = { number: 'АЛД-О-2026-4', year: 2026, serial: 4, registeredOn: '2026-11-27', zone };
  const turn: AppealCommand = {
    type: 'TurnIntoAppeal',
    identification: 'VISIT',
    identifiedBy: 'паспорт',
    registration: numbered,
  };
  const turned: AppealEvent = {
    type: 'MessageTurnedIntoAppeal',
    regime: 'APPEAL_59FZ',
    identification: 'VISIT',
    identifiedBy: 'паспорт',
  };
  const second: AppealEvent = {
    type: 'AppealRegistered',
    ...numbered,
    journal: 'APPEALS',
    regime: 'APPEAL_59FZ',
    person,
  };

  it('becomes an appeal with a second number at any time before its answer: 59-FZ art. 4(1), 8(2)', () => {
    given(message, takenUp, registered).when(turn).records(turned, second);
    given(message, takenUp, registered, answered).when(turn).refuses('APPEAL_ALREADY_REGISTERED');
  });

  it('needs a name, an identification, and the number: 59-FZ art. 7(1)', () => {
    given(nameless, takenUp, registered).when(turn).refuses('APPLICANT_NOT_IDENTIFIED');
    const { registration: _number, ...unnumbered } = turn;
    given(message, takenUp, registered).when(unnumbered).refuses('APPEAL_ALREADY_REGISTERED');
    given(paper, registeredPaper).when(turn).refuses('APPEAL_STATE_FORBIDS');
  });

  it('is considered as an appeal of an identified sender from then on', () => {
    const { regime } = [turned, second].reduce(
      (state, event) => appeal.evolve(state, event),
      [message, takenUp, registered].reduce((state, event) => appeal.evolve(state, event), appeal.initialState),
    ) as { readonly regime: Regime };
    if (regime !== 'APPEAL_59FZ') throw new Error('it is no appeal');
  });
});

describe('a registration that was wrong', () => {
  const registeredOn = 'registeredOn' in registeredPaper ? registeredPaper.registeredOn : '';
  const correct = { ...correcting, ground: 'SPAM', reason: 'реклама', today: registeredOn } as const;
  const struck: AppealEvent = { type: 'RegistrationCorrected', ground: 'SPAM', reason: 'реклама' };

  it('is corrected: a message as spam, anything as a mistake', () => {
    given(message, takenUp, registered).when(correct).records(struck);
    given(message, takenUp, registered)
      .when({ ...correct, ground: 'MISTAKE' })
      .records({ ...struck, ground: 'MISTAKE' });
  });

  it('a letter is struck by two officials on the day of its registration, and by no one later', () => {
    const mistake = { ...correct, ground: 'MISTAKE', reason: 'не нам' } as const;
    const proposed: AppealEvent = {
      type: 'StrikeProposed',
      reason: 'не нам',
      proposedBy: 'ivanova',
      proposedOn: registeredOn,
    };
    given(paper, registeredPaper).when(mistake).records(proposed);
    given(paper, registeredPaper, proposed).when(mistake).recordsNothing();
    given(paper, registeredPaper, proposed)
      .when({ ...mistake, by: 'petrov' })
      .records({ ...struck, ground: 'MISTAKE', reason: 'не нам', proposedBy: 'ivanova' });
    for (const by of ['ivanova', 'petrov'])
      given(paper, registeredPaper, proposed)
        .when({ ...mistake, by, today: '2099-01-01' })
        .refuses('STRIKE_DAY_OVER');
  });

  it('a letter was registered twice only where the other is the same one', () => {
    const twice = { ...correct, ground: 'DUPLICATE' } as const;
    const of = { id: 'first', status: 'REGISTERED', number: 'АЛД-О-2026-7' } as const;
    for (const isSameLetter of [false, undefined])
      given(paper, registeredPaper)
        .when({ ...twice, of: { ...of, ...compact({ isSameLetter }) } })
        .refuses('ORIGINAL_IS_ANOTHER');
    given(paper, registeredPaper)
      .when({ ...twice, of: { ...of, status: 'STRUCK', isSameLetter: true } })
      .refuses('APPEAL_STATE_FORBIDS');
    given(paper, registeredPaper)
      .when({ ...twice, of: { ...of, isSameLetter: true } })
      .records({ ...struck, ground: 'DUPLICATE', of: 'first', number: 'АЛД-О-2026-7' });
  });

  it('one under whose number another is considered is struck for a further number alone', () => {
    const of = { id: 'first', status: 'REGISTERED', number: 'АЛД-О-2026-7', isSameLetter: true } as const;
    const standing = { ...correct, standsForOthers: true } as const;
    given(paper, registeredPaper)
      .when({ ...standing, ground: 'MISTAKE' })
      .refuses('OTHERS_STAND_UNDER_IT');
    given(message, takenUp, registered)
      .when({ ...standing, ground: 'SPAM' })
      .refuses('OTHERS_STAND_UNDER_IT');
    given(paper, registeredPaper)
      .when({ ...standing, ground: 'DUPLICATE', of })
      .records({ ...struck, ground: 'DUPLICATE', of: 'first', number: 'АЛД-О-2026-7' });
  });

  it('is never spam for an appeal: 59-FZ art. 9(1)', () => {
    given(paper, registeredPaper).when(correct).refuses('APPEAL_IS_NO_SPAM');
  });

  it('is corrected by who may do so only on its day, on that day', () => {
    const messageDay = 'registeredOn' in registered ? registered.registeredOn : '';
    given(message, takenUp, registered)
      .when({ ...correct, onlyOn: messageDay })
      .records(struck);
    given(message, takenUp, registered)
      .when({ ...correct, onlyOn: '2099-01-01' })
      .refuses('REGISTERED_ON_ANOTHER_DAY');
  });

  it('names the number under which a duplicate is considered', () => {
    const twice = { ...correct, ground: 'DUPLICATE' } as const;
    const first = { id: 'first', status: 'REGISTERED', number: 'АЛД-С-2026-7' } as const;
    given(message, takenUp, registered).when(twice).refuses('ORIGINAL_NEEDED');
    given(message, takenUp, registered)
      .when({ ...twice, of: { ...first, id: 'this' } })
      .refuses('DUPLICATE_OF_ITSELF');
    given(message, takenUp, registered)
      .when({ ...twice, of: { id: 'first', status: 'RECEIVED' } })
      .refuses('APPEAL_STATE_FORBIDS');
    given(message, takenUp, registered)
      .when({ ...twice, of: first })
      .records({ ...struck, ground: 'DUPLICATE', of: 'first', number: 'АЛД-С-2026-7' });
  });

  it('is corrected before the first answer only, and ends the appeal', () => {
    given(message, takenUp).when(correct).refuses('APPEAL_STATE_FORBIDS');
    given(message, takenUp, registered, answered).when(correct).refuses('APPEAL_STATE_FORBIDS');
    given(message, takenUp, registered, answered, requested, grantedOnce).when(correct).refuses('APPEAL_STATE_FORBIDS');
    const after = given(message, takenUp, registered, struck);
    after.when({ type: 'WithdrawAppeal' }).refuses('APPEAL_STATE_FORBIDS');
    after.when({ type: 'SupplementAppeal', text: 'ещё', files: [], commandId: 'more' }).refuses('APPEAL_STATE_FORBIDS');
    after.when({ type: 'AnswerAppeal', notice: 'n1', answeredOn: '2026-12-01' }).refuses('APPEAL_STATE_FORBIDS');
    after.when({ type: 'ErasePerson' }).records({ type: 'PersonErased', person, ground: 'CASE_CLOSED' });
  });
});

describe('what is written after the answer', () => {
  const added: AppealEvent = { type: 'AppealSupplemented', text: 'Неправда!', files: [], commandId: 'angry' };
  const on = { supplement: 'e1', recordedBy: 'angry', mayActIn: 'ALL', departments: ['roads'] } as const;
  const reopen: AppealCommand = { type: 'ReopenOnSupplement', grantedOn: '2026-12-03', zone, ...on, commandId: 'own' };
  const reply: AppealCommand = { type: 'ReplyToSupplement', ...on, text: 'Проверим завтра.', commandId: 'reply' };
  const sent = [message, takenUp, registered, answered] as const;
  const reopened: AppealEvent = {
    type: 'ReopeningGranted',
    times: 1,
    supplement: 'e1',
    person,
    regime: 'SOCIAL_MESSAGE',
    grantedOn: '2026-12-03',
    zone,
    commandId: 'own',
  };

  it('is not needed where officials find by themselves that it is not settled', () => {
    const own: AppealCommand = {
      type: 'ReopenAppeal',
      reason: 'The estimate was wrong.',
      mayActIn: ['roads'],
      departments: ['roads'],
      grantedOn: '2026-12-03',
      zone,
      commandId: 'own',
    };
    const { supplement: _none, ...granted } = reopened as AppealEvent & { readonly supplement?: string };
    const again = { ...granted, reason: 'The estimate was wrong.' } as AppealEvent;
    given(...sent)
      .when(own)
      .records(again);
    given(...sent, again)
      .when({ ...own, commandId: 'again' })
      .refuses('NOT_ANSWERED_YET');
    given(message, takenUp, registered).when(own).refuses('NOT_ANSWERED_YET');
    given(...sent)
      .when({ ...own, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    // Of several departments the one that acts is not all: it names its question.
    given(...sent)
      .when({ ...own, departments: ['roads', 'housing'] })
      .refuses('FORBIDDEN');
    given(...sent)
      .when({ ...own, mayActIn: 'ALL', departments: ['roads', 'housing'] })
      .records(again);
    // What the applicant asks for is decided first, and he keeps his two requests.
    given(...sent, requested)
      .when(own)
      .refuses('APPEAL_STATE_FORBIDS');
    given(
      ...sent,
      again,
      { ...answered, notice: 'n2' },
      requested,
      { ...grantedOnce, times: 2 },
      { ...answered, notice: 'n3' },
    )
      .when({ ...request, commandId: 'ask2' })
      .records({ ...requested, commandId: 'ask2' });
  });

  it('lets officials consider it again by themselves, and answer again', () => {
    given(...sent, added)
      .when(reopen)
      .records(reopened);
    const told: AppealEvent = { type: 'SupplementAnswered', supplement: 'e1', text: 'Проверяем.', commandId: 'own' };
    given(...sent, added)
      .when({ ...reopen, words: 'Проверяем.' })
      .records(reopened, told);
    given(...sent, added, reopened, told)
      .when({ ...reopen, words: 'Проверяем.' })
      .recordsNothing();
    given(...sent, added, reopened)
      .when({ ...reopen, commandId: 'again' })
      .refuses('NOT_ANSWERED_YET');
    given(...sent, added, reopened)
      .when({ type: 'AnswerAppeal', notice: 'n2', answeredOn: '2026-12-10' })
      .records({ ...answered, notice: 'n2', answeredOn: '2026-12-10' });
  });

  it('is a fact that exists and is later than the current answer', () => {
    const unknown = { ...reopen, recordedBy: undefined };
    given(...sent, added)
      .when(unknown)
      .refuses('SUPPLEMENT_NOT_AFTER_ANSWER');
    given(message, takenUp, registered, added, answered).when(reopen).refuses('SUPPLEMENT_NOT_AFTER_ANSWER');
    given(message, takenUp, registered, added).when(reopen).refuses('NOT_ANSWERED_YET');
    // The second answer answers it.
    given(...sent, added, reopened, { ...answered, notice: 'n2' })
      .when({ ...reopen, commandId: 'again' })
      .refuses('SUPPLEMENT_NOT_AFTER_ANSWER');
  });

  it('leaves the applicant the two requests that are his', () => {
    const second: AppealEvent = { ...answered, notice: 'n2' };
    given(...sent, added, reopened, second, requested, { ...grantedOnce, times: 2 }, { ...answered, notice: 'n3' })
      .when({ ...request, commandId: 'ask2' })
      .records({ ...requested, commandId: 'ask2' });
    // What is asked is decided first.
    given(...sent, added, requested)
      .when(reopen)
      .refuses('APPEAL_STATE_FORBIDS');
  });

  it('is replied to without another answer: it is read, and the answer remains', () => {
    const replied: AppealEvent = {
      type: 'SupplementAnswered',
      supplement: 'e1',
      text: 'Проверим завтра.',
      commandId: 'reply',
    };
    given(...sent, added)
      .when(reply)
      .records(replied);
    given(...sent, added, replied)
      .when({ type: 'AcknowledgeSupplement', mayActIn: 'ALL', departments: [] })
      .recordsNothing();
    given(...sent, added, replied)
      .when({ type: 'RateAppeal', score: 4, commandId: 'rate' })
      .records({ type: 'AppealRated', score: 4, commandId: 'rate' });
  });

  it('of an appeal under 59-FZ gets another answer after another consideration only: art. 9(1), 10(1)4', () => {
    for (const command of [reply, { ...reopen, words: 'Проверяем.' }])
      given(paper, registeredPaper, answered, added).when(command).refuses('APPEAL_NEEDS_ANOTHER_ANSWER');
    given(paper, registeredPaper, answered, added)
      .when(reopen)
      .records({ ...reopened, regime: 'APPEAL_59FZ' });
  });

  it('is decided about by officials of the departments that have its questions, or of all', () => {
    for (const command of [reopen, reply])
      given(...sent, added)
        .when({ ...command, mayActIn: ['housing'] })
        .refuses('FORBIDDEN');
  });
});
