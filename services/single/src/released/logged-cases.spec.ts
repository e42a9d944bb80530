import { expect, it } from '@jest/globals';
import type { CaseFact } from '@otklik/case/events';
import type { District } from '@otklik/tenancy';
import { recordOf, type CaseRecord } from '../case-record.fixture.js';
import { loggedCases } from './logged-cases.fixture.js';

/*
 * The meaning of a stored log is the same in each later build: in the register, for webhooks and other front-ends, and
 * in what officials may do. A change of a hash is a change that other programs or stored rows notice.
 */

const kept: readonly (readonly [string, CaseRecord])[] = [
  [
    'demonstration',
    {
      fold: '11f0ece5fbdad8c9fa8a44ec8e2680655dc30a42544a78a646c801d0ba79ff94',
      webhooks: '09749b63314fa4c1a957a10ba5c79f6a9466df9a9d4ceedc664bbc72ca0e5827',
      open311: '4d78a25515bce2d4e88eac2c64c5b432fec7cab827913e81d4c67c81c3b52595',
      actions: '082861ddb7b99b43c357762f5b024df3faf1bda779497a7d9822d6d7b6b55ce7',
    },
  ],
  [
    'v0.1.0',
    {
      fold: 'e6eb74a3d42abbf966f4ba72adb407390b5d41ec6e87fc14f0247301713f6f3a',
      webhooks: 'ce73c80f8328a86120d2c4da328cda5ef2339398efee21279eb42a4e8f5dfb58',
      open311: 'd7bc496c20fc4aa58cea595e07cc7ed6f77a3167025cd2329f494a421d1dcb4c',
      actions: 'be7dcbf03486ea1953c2d5c280483e7d07db148a8a530f76b39798b098136c37',
    },
  ],
];

it.each(kept)('the log of %s means what it meant when it was kept', (name, hashes) => {
  const cases = loggedCases(name);
  expect(recordOf(cases, districtOf(cases))).toEqual(hashes);
});

/** With the departments that its questions had. */
function districtOf(cases: readonly (readonly CaseFact[])[]): District {
  const named = cases.flat().map(({ data }) => (data as { readonly department?: string }).department);
  const codes = [...new Set(named.filter((code) => code !== undefined))].sort();
  const departments = codes.map((code) => ({ id: `id-${code}`, code, name: code }));
  return { id: 1, departments } as unknown as District;
}
