import type { Mutant } from './mutants.js';

const INTAKE = 'services/intake/src';
const DOMAIN = `${INTAKE}/domain/retention.ts`;
const FOLD = 'services/search/src/application/register';

/** Of what ends with its term of storage, and of what is kept. */
export const retentionMutants: readonly Mutant[] = [
  {
    name: 'retention: an open case that goes',
    file: DOMAIN,
    find: "if (isOpen(state)) return no('APPEAL_STILL_OPEN');",
    replace: '',
    spec: `${INTAKE}/domain/retention.spec.ts`,
    test: 'never ends the storage of a case that is complained of',
  },
  {
    name: 'retention: a case that goes while its promise is awaited',
    file: `${INTAKE}/application/end-retention.ts`,
    find: 'const isPromised = await this.index.isPromised(district, answered);',
    replace: 'const isPromised = await this.index.isPromised(district, []);',
    spec: `${INTAKE}/retention.int.spec.ts`,
    test: 'keeps a case whose answer promised measures until the promise has ended',
  },
  {
    name: 'retention: a hold that is ignored',
    file: DOMAIN,
    find: "if (state.legalHold) return no('APPEAL_ON_HOLD');",
    replace: '',
    spec: `${INTAKE}/retention.int.spec.ts`,
    test: 'keeps what is on hold until the hold is lifted',
  },
  {
    name: 'retention: a tombstone with text',
    file: `${FOLD}/appeal-part.ts`,
    find: 'return { ...part, erased: true };',
    replace: "return { ...part, erased: fact.data.ground !== 'RETENTION_ENDED' };",
    spec: `${FOLD}/appeal-fold.spec.ts`,
    test: 'stays a tombstone for statistics once its term of storage is over',
  },
  {
    name: 'retention: a restored backup that brings it back',
    file: `${INTAKE}/application/erase-person.ts`,
    find: 'await this.vault.destroy(tx, district, person, ground);',
    replace: 'if (ground !== RETENTION_ENDED) await this.vault.destroy(tx, district, person, ground);',
    spec: `${INTAKE}/retention.int.spec.ts`,
    test: 'writes the ledger, so that no restored backup brings the case back',
  },
  {
    name: 'a letter that no restore holds back is settled at the desk',
    file: 'services/notifications/src/domain/notice.restored.ts',
    find: "if (state.status !== 'OPEN' || !isHeldBack) refuse('NOTICE_NOT_RESTORED');",
    replace: '',
    spec: 'services/notifications/src/domain/notice.restored.spec.ts',
    test: 'is settled once, and only while it is held back',
  },
  {
    name: 'an identity that is read as a telephone number',
    file: 'libs/vault/src/contact.ts',
    find: 'const exact = [IDENTITY, ...',
    replace: 'const exact = [...',
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'proposes of who signed in what he wrote before',
  },
  {
    name: 'a withdrawn consent after which the text is published on',
    file: 'services/intake/src/adapters/postgres/postgres-told-requests.ts',
    find: 'set published = false, text = null, point = null where district = $1 and appeal = $2',
    replace: 'set updated_at = updated_at where district = $1 and appeal = $2',
    spec: 'services/intake/src/open311.int.spec.ts',
    test: 'holds text and a rough place with consent to publication',
  },
  {
    name: 'a withdrawn consent after which letters about a message go on',
    file: 'services/notifications/src/application/reach-applicant.ts',
    find: 'if (applicant.consentWithdrawn && isMessage(regime))',
    replace: 'if (isMessage(regime) && false)',
    spec: 'services/notifications/src/consent.int.spec.ts',
    test: 'then a message is answered on its page alone',
  },
  {
    name: 'retention: a case that goes on its last day',
    file: DOMAIN,
    find: 'command.today <= retainedUntil',
    replace: 'command.today < retainedUntil',
    spec: `${INTAKE}/domain/retention.spec.ts`,
    test: 'ends the storage of a closed case on the day after it',
  },
  {
    name: 'retention: a term that is over before the time to complain',
    file: DOMAIN,
    find: 'return stored > complained ? stored : complained;',
    replace: 'return stored > complained ? stored : stored;',
    spec: `${INTAKE}/domain/retention.spec.ts`,
    test: 'is never shorter than the term of a complaint or of going to court',
  },
  {
    name: 'retention: a term that is over before the time to go to court',
    file: DOMAIN,
    find: 'addMonths(endedOn, Math.max(months, COURT_TERM_MONTHS))',
    replace: 'addMonths(endedOn, months)',
    spec: `${INTAKE}/domain/retention.spec.ts`,
    test: 'is never shorter than the term of a complaint or of going to court',
  },
  {
    name: 'retention: a case on hold that is erased without a ground',
    file: `${INTAKE}/domain/appeal.decide.ts`,
    find: "if (state.legalHold && !command.ground) return no('APPEAL_ON_HOLD');",
    replace: '',
    spec: `${INTAKE}/domain/retention.spec.ts`,
    test: 'stays through what follows, and keeps the case from an erasure without a ground',
  },
];
