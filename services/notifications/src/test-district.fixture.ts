import type { District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';

export const aldan: District = {
  id: 1,
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  public: samplePublicInformation,
  policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 14, numberPrefix: 'АЛД' },
  calendar: { version: '2026-1', years: [2026], days: {} },
  departments: [],
  organisations: [],
  topics: [],
  settlements: [],
  routingRules: [],
  synonyms: [],
  officials: [],
  accounts: [],
};
