import type { ResidentAppeal } from '@otklik/contracts/generated/graphql';

export const APPEAL = '01930000-0000-7000-8000-00000000000a';

/** What a resident reads of an appeal with one answer. */
export const appeal: ResidentAppeal = {
  receipt: 'С-7F3K-29',
  number: 'АЛД-С-1/26',
  registeredOn: '2026-11-24',
  state: 'ANSWERED',
  regime: 'SOCIAL_MESSAGE',
  receivedAt: '2026-11-24T03:15:20.000Z',
  text: '<script>alert(1)</script>',
  supplements: [],
  topicAnswers: [],
  departments: ['ЖКХ'],
  questions: [
    {
      id: APPEAL,
      ordinal: 1,
      excerpt: 'Нет света',
      department: 'ЖКХ',
      state: 'ANSWERED',
      answeredOn: '2026-11-25',
      forwardedTo: [],
      handovers: [],
    },
  ],
  files: [],
  notices: [],
  registeredBefore: [],
  mayBePublished: false,
  answers: [
    {
      question: APPEAL,
      text: 'Свет есть',
      files: [],
      outcome: 'MEASURES_TAKEN',
      signedBy: 'Громова',
      signedAt: '2026-11-25T03:00:00.000Z',
    },
  ],
  allowedActions: ['RATE_APPEAL', 'REQUEST_REOPENING'],
  steps: [{ type: 'APPEAL_REGISTERED', title: 'Зарегистрировано', at: '2026-11-24T04:00:00.000Z' }],
  stale: false,
};
