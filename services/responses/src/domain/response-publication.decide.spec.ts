import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { response, type ActingOfficial } from './response.decide.js';
import type { ResponseEvent } from './response.js';

const { given } = specify(response);
const official = (by: string, onBehalfOf?: string): ActingOfficial => ({
  by,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  mayActIn: 'ALL',
  department: 'works',
  executor: 'ivanova',
  today: '2026-11-27',
});
const facts = { answered: true, allowed: true };
const texts = { title: 'Cold at home', matter: 'It is +15.', text: 'The riser is mended.' };
const proposing = {
  type: 'ProposePublication',
  ...official('press'),
  ...facts,
  publication: 'p1',
  ground: 'CONSENT',
  ...texts,
  found: [],
} as const;
const publishing = { type: 'PublishAnswer', ...official('deputy'), ...facts } as const;
const takingBack = { type: 'TakeBackPublication', ...official('head'), reason: 'a house is named' } as const;

const signed: readonly [ResponseEvent, ...ResponseEvent[]] = [
  { type: 'ResponseOpened', question: 'roads', person: 'person' },
  {
    type: 'ResponseDrafted',
    draft: 'd',
    drafter: 'ivanova',
    question: 'roads',
    text: 'The riser is mended, Anna Petrovna.',
    outcome: 'MEASURES_TAKEN',
    department: 'works',
  },
  { type: 'ResponseApproved', question: 'roads', approver: 'petrov' },
  {
    type: 'ResponseSigned',
    question: 'roads',
    person: 'person',
    answer: 'a1',
    text: 'The riser is mended, Anna Petrovna.',
    outcome: 'MEASURES_TAKEN',
    department: 'works',
    signatory: 'head',
    signedAt: '2026-11-24T09:00:00.000Z',
    signature: 'RECORDED_ACT',
  },
];
const proposed: ResponseEvent = {
  type: 'PublicationProposed',
  question: 'roads',
  publication: 'p1',
  ground: 'CONSENT',
  ...texts,
  proposer: 'press',
};
const ofCircle: ResponseEvent = { ...proposed, ground: 'CIRCLE' };
const published: ResponseEvent = {
  type: 'AnswerPublished',
  question: 'roads',
  publication: 'p1',
  publisher: 'deputy',
};
const ended = { question: 'roads', publication: 'p1' } as const;

describe('an answer for the public pages', () => {
  it('is prepared by one official and released by another', () => {
    given(...signed)
      .when(proposing)
      .records(proposed);
    given(...signed, proposed)
      .when(publishing)
      .records(published);
    given(...signed, proposed, published)
      .when(publishing)
      .recordsNothing();
  });

  it('is of an answer that was given, one publication at a time', () => {
    given(...signed)
      .when({ ...proposing, answered: false })
      .refuses('RESPONSE_STATE_FORBIDS');
    given(signed[0], signed[1]!).when(proposing).refuses('RESPONSE_STATE_FORBIDS');
    given(...signed, proposed)
      .when({ ...proposing, publication: 'p2' })
      .refuses('RESPONSE_STATE_FORBIDS');
    given(...signed)
      .when(publishing)
      .refuses('RESPONSE_STATE_FORBIDS');
    given(...signed, proposed)
      .when({ ...publishing, answered: false })
      .refuses('RESPONSE_STATE_FORBIDS');
  });

  it('rests on the consent of its author to this answer, which is looked at twice, or touches an indefinite circle', () => {
    given(...signed)
      .when({ ...proposing, allowed: false })
      .refuses('NO_CONSENT_TO_PUBLISH');
    given(...signed, proposed)
      .when({ ...publishing, allowed: false })
      .refuses('NO_CONSENT_TO_PUBLISH');
    given(...signed)
      .when({ ...proposing, ground: 'CIRCLE', allowed: false })
      .records(ofCircle);
    given(...signed, ofCircle)
      .when({ ...publishing, allowed: false })
      .records(published);
  });

  it('holds no personal data', () => {
    given(...signed)
      .when({ ...proposing, found: ['matter'] })
      .refuses('PERSONAL_DATA_FOUND');
    given(...signed)
      .when({ ...proposing, found: ['title', 'text'] })
      .refuses('PERSONAL_DATA_FOUND');
  });

  it('is never released by who prepared it or drafted the answer, in whosever stead', () => {
    const inStead: ResponseEvent = { ...proposed, proposer: 'stand-in', proposedFor: 'press' };
    given(...signed, proposed)
      .when({ ...publishing, ...official('press') })
      .refuses('OWN_PUBLICATION');
    given(...signed, proposed)
      .when({ ...publishing, ...official('press', 'head') })
      .refuses('OWN_PUBLICATION');
    given(...signed, proposed)
      .when({ ...publishing, ...official('deputy', 'press') })
      .refuses('OWN_PUBLICATION');
    given(...signed, inStead)
      .when({ ...publishing, ...official('press') })
      .refuses('OWN_PUBLICATION');
    given(...signed, inStead)
      .when({ ...publishing, ...official('stand-in') })
      .refuses('OWN_PUBLICATION');
    given(...signed, proposed)
      .when({ ...publishing, ...official('ivanova') })
      .refuses('OWN_PUBLICATION');
    given(...signed, proposed)
      .when({ ...publishing, ...official('deputy', 'head') })
      .records({ ...published, publishedFor: 'head' } as ResponseEvent);
  });

  it('is taken back with a reason by whoever may, once', () => {
    const dropped = { type: 'PublicationDropped', ...ended, why: 'TAKEN_BACK', reason: takingBack.reason } as const;
    given(...signed, proposed)
      .when(takingBack)
      .records(dropped);
    given(...signed, proposed, published)
      .when(takingBack)
      .records({ ...dropped, type: 'AnswerUnpublished' });
    given(...signed, proposed, published, { ...dropped, type: 'AnswerUnpublished' })
      .when(takingBack)
      .recordsNothing();
    given(...signed)
      .when(takingBack)
      .refuses('RESPONSE_STATE_FORBIDS');
    given(...signed, proposed, published, { ...dropped, type: 'AnswerUnpublished' })
      .when({ ...proposing, publication: 'p2' })
      .records({ ...proposed, publication: 'p2' } as ResponseEvent);
  });

  it('ends with its consent, with the data of its author, and when the question is considered again', () => {
    const withdrawn = { type: 'EndPublication', why: 'CONSENT_WITHDRAWN' } as const;
    const erased = { type: 'EndPublication', why: 'PERSON_ERASED' } as const;
    const unpublished = { type: 'AnswerUnpublished', ...ended } as const;
    given(...signed, proposed, published)
      .when(withdrawn)
      .records({ ...unpublished, why: 'CONSENT_WITHDRAWN' });
    given(...signed, proposed)
      .when(withdrawn)
      .records({ type: 'PublicationDropped', ...ended, why: 'CONSENT_WITHDRAWN' });
    given(...signed, ofCircle, published)
      .when(withdrawn)
      .recordsNothing();
    given(...signed, ofCircle, published)
      .when(erased)
      .records({ ...unpublished, why: 'PERSON_ERASED' });
    given(...signed, proposed, published)
      .when({ type: 'ReopenResponse' })
      .records({ ...unpublished, why: 'CONSIDERED_AGAIN' }, { type: 'ResponseReopened', question: 'roads' });
    given(...signed)
      .when(withdrawn)
      .recordsNothing();
    given().when(erased).recordsNothing();
  });

  it('is of the department that has the question', () => {
    given(...signed)
      .when({ ...proposing, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given().when(proposing).refuses('NOT_FOUND');
  });
});

describe('photos of a published answer', () => {
  const file = (id: string, type = 'image/jpeg') => ({ id, type, size: 3, sha256: 'f' });
  const [opened, drafted, approved, answer] = signed as readonly [
    ResponseEvent,
    ResponseEvent,
    ResponseEvent,
    ResponseEvent,
  ];
  const withFiles: ResponseEvent = {
    ...answer,
    files: [file('done'), file('plan', 'application/pdf')],
  } as ResponseEvent;
  const answered = [opened, drafted, approved, withFiles] as const;
  const before = { file: 'hole', side: 'BEFORE' } as const;
  const after = { file: 'done', side: 'AFTER' } as const;
  const photoAlts = '["A hole","A road"]';
  const withPhotos = { ...proposing, photos: [before, after], photoAlts };
  const waiting: ResponseEvent = { ...proposed, photos: [before, after], photoAlts } as ResponseEvent;

  it('are proposed beside the text: those of the author, and those of the signed answer', () => {
    given(...answered)
      .when(withPhotos)
      .records(waiting);
    for (const photos of [[{ ...after, file: 'plan' }], [{ ...after, file: 'other' }], [before, before]])
      given(...answered)
        .when({ ...withPhotos, photos })
        .refuses('FILE_UNKNOWN');
    const seven = Array.from({ length: 7 }, (_, at) => ({ ...before, file: String(at) }));
    given(...answered)
      .when({ ...withPhotos, photos: seven })
      .refuses('TOO_MANY_FILES');
  });

  it('of the author rest on the author’s consent alone', () => {
    const circle = { ...withPhotos, ground: 'CIRCLE' } as const;
    given(...answered)
      .when(circle)
      .refuses('NO_CONSENT_TO_PUBLISH');
    given(...answered)
      .when({ ...circle, photos: [after], photoAlts: '["A road"]' })
      .records({ ...ofCircle, photos: [after], photoAlts: '["A road"]' } as ResponseEvent);
  });

  it('are released one by one by who releases the text', () => {
    given(...answered, waiting)
      .when({ ...publishing, photos: ['done'] })
      .records({ ...published, photos: ['done'] } as ResponseEvent);
    given(...answered, waiting)
      .when(publishing)
      .records(published);
    given(...answered, waiting)
      .when({ ...publishing, photos: ['done', 'plan'] })
      .refuses('FILE_UNKNOWN');
  });
});
