import { t, type WordId } from '../../../words/words.js';

/** What a single field of the file is called, by the name that differences give it. */
const words: Readonly<Record<string, WordId>> = {
  source: 'settings.ownDaysSource',
  workingDay: 'settings.workingDay',
  reopenWithinDays: 'settings.reopenWithinDays',
  reminderShares: 'settings.reminderShares',
  escalationShare: 'settings.escalationShare',
  'receptionTerms/APPEAL_59FZ': 'settings.registerAppeal',
  'receptionTerms/SOCIAL_MESSAGE': 'settings.decideMessage',
  'receptionTerms/ORAL_RECEPTION': 'settings.registerReception',
  'retention/APPEAL_59FZ': 'settings.keepAppeals',
  'retention/SOCIAL_MESSAGE': 'settings.keepMessages',
  'retention/ORAL_RECEPTION': 'settings.keepReceptions',
  'recordRetention/OPENINGS': 'settings.keepOpenings',
  'recordRetention/SIGN_INS': 'settings.keepSignIns',
  'recordRetention/DRAFTS': 'settings.keepDrafts',
  address: 'settings.address',
  hours: 'settings.hours',
  email: 'settings.email',
  population: 'settings.population',
  sites: 'settings.sites',
  emblem: 'settings.emblem',
  colour: 'settings.emblem',
  consent: 'settings.consent',
  'letters/index': 'settings.index',
  'letters/number': 'settings.numberLook',
  'letters/noticesSignedBy': 'settings.noticesSignedBy',
  'letters/noticesLeave': 'settings.noticesLeave',
  'letters/name': 'settings.headName',
  'letters/nameSah': 'settings.headNameSah',
  'letters/address': 'settings.address',
  'letters/phone': 'settings.phone',
  'letters/email': 'settings.email',
  'letters/site': 'settings.site',
  'letters/okpo': 'settings.okpo',
  'letters/ogrn': 'settings.ogrn',
  'letters/inn': 'settings.inn',
  'letters/kpp': 'settings.kpp',
};

/** Undefined: a code, a day, or what has no form. */
export function fieldWords(name: string): string | undefined {
  return Object.hasOwn(words, name) ? t(words[name]!) : undefined;
}
