/** What officials say in commands whose facts must be true. */
export const NEXT_STEP = {
  nextStep: 'n',
  nextStepOn: '2026-11-30',
  today: '2026-11-30',
  finalBy: '2026-11-30',
} as const;

export const toldAtReception = {
  type: 'RecordReceptionAnswer',
  record: 'r',
  text: 't',
  outcome: 'MEASURES_PROMISED',
  consented: true,
  by: 'ivanova',
  mayActIn: 'ALL',
  promisedUntil: '2027-06-01',
  answeredOn: '2026-11-30',
  answeredAt: '',
  zone: 'Asia/Yakutsk',
  factsPlain: true,
  receivedOn: '2026-11-30',
} as const;

/** As a second entry of a letter that is registered under another number. */
export const STRIKING = {
  id: 'appeal',
  ground: 'DUPLICATE',
  reason: 'why',
  by: 'petrov',
  today: '2026-11-30',
  of: { id: 'fresh', status: 'REGISTERED', number: '1', isSameLetter: true },
} as const;
