import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import type { DistrictFile } from '@otklik/tenancy/loader';
import { changeFaults } from './removed-settings.js';

const nothing = { departments: [], topics: [], settlements: [] };
const consent = (text: string, textSah?: string) => ({
  version: '2026-09-01',
  text,
  ...(textSah !== undefined && { textSah }),
});
type Consent = ReturnType<typeof consent>;

const faultsOf = (now: Consent, after: Consent, consents: readonly Consent[]) =>
  changeFaults({ ...nothing, officials: [], public: { consent: now } } as unknown as District, {
    after: { ...nothing, public: { consent: after } } as unknown as DistrictFile,
    consents,
    inWork: undefined,
  }).map(({ code }) => code);

it('keeps the consent in force, also where one version had two texts before', () => {
  const [one, two] = [consent('a'), consent('a', 'b')];
  expect(faultsOf(two, two, [one, two])).toEqual([]);
  expect(faultsOf(two, one, [one, two])).toEqual(['CONSENT_VERSION_KEPT']);
  expect(faultsOf(two, consent('c'), [one, two])).toEqual(['CONSENT_VERSION_KEPT']);
  expect(faultsOf(one, one, [one])).toEqual([]);
});
