import type { Mutant } from './mutants.js';

const DESK = 'services/web/src/desk';

/** Of what officials write at the desk. */
export const deskMutants: readonly Mutant[] = [
  {
    name: 'own questions with what waits for another',
    file: 'services/search/src/application/register/worklists.ts',
    find: ", responseStates: ['OPEN', 'SENT_BACK']",
    replace: '',
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'leaves out of the own questions what waits',
  },
  {
    name: 'a refused act out of sight',
    file: 'services/web/src/parts/queue/acted-rows.ts',
    find: 'last.get(item) === key',
    replace: 'last.get(item) !== key',
    spec: 'services/web/src/parts/queue/acted-rows.spec.ts',
    test: 'tells what was refused until a later act',
  },
  {
    name: 'a time to call again by the clock of the browser',
    file: 'services/web/src/parts/dates.ts',
    find: 'new Date(asUtc - ahead(asUtc - ahead(asUtc)))',
    replace: 'new Date(asUtc)',
    spec: 'services/web/src/parts/dates.spec.ts',
    test: 'are those of the zone',
  },
  {
    name: 'a letter leaves with a hole of its template',
    file: 'services/responses/src/domain/response.decide.ts',
    find: "refuse('OPEN_FIELD')",
    replace: 'undefined',
    spec: 'services/responses/src/domain/response.decide.spec.ts',
    test: 'leaves with no field of its template open',
  },
  {
    name: 'an invitation to a provider of another one’s accounts',
    file: 'services/administration/src/application/invitations.ts',
    find: 'if (issuer !== undefined)',
    replace: "if (issuer === '')",
    spec: 'services/administration/src/administration.int.spec.ts',
    test: 'with another provider is the address of the desk',
  },
  {
    name: 'an answer leaves with a field of its template that nobody has filled in',
    file: `${DESK}/question-card/reply/draft.ts`,
    find: "if (field) return { is: 'FIELD', field };",
    replace: '',
    spec: `${DESK}/question-card/reply/draft.spec.ts`,
    test: 'is its missing text, a field of the template',
  },
  {
    name: 'a form that was put off is lost when another one is put off',
    file: `${DESK}/register-appeal/put-off.ts`,
    find: 'JSON.stringify([{ draft, at }, ...others])',
    replace: 'JSON.stringify([{ draft, at }])',
    spec: `${DESK}/register-appeal/put-off.spec.ts`,
    test: 'wait with everything that was typed',
  },
];
