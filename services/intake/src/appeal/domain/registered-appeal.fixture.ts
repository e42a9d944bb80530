import type { AppealEvent, AppealReceived } from './appeal.js';

const person = '00000000-0000-5000-8000-00000000000a';
const zone = 'Asia/Yakutsk';
/** A letter on paper about a place. */
export const received: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'APPEAL_59FZ',
  channel: 'PAPER',
  person,
  identified: false,
  text: 'На улице Лесной темно.',
  settlement: 'ALDAN',
  placeText: 'ул. Лесная, 3',
  point: '58.6,125.30',
  files: [],
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone,
};
export const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: 'АЛД-О-2026-3',
  journal: 'APPEALS',
  registeredOn: '2026-11-25',
  zone,
  regime: 'APPEAL_59FZ',
  person,
  year: 2026,
  serial: 3,
};
export const answered: AppealEvent = { type: 'AppealAnswered', notice: 'n1', answeredOn: '2026-12-01' };
