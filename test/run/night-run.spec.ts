import { expect, it } from '@jest/globals';
import { longSpecs } from './night-run.mjs';

it('runs by night, at full length, each spec that a commit shortens', () => {
  expect(longSpecs()).toEqual(
    expect.arrayContaining([
      'libs/network-simulators/src/ok/ok.spec.ts',
      'services/responses/src/domain/response.properties.spec.ts',
      'services/single/src/allowed-actions.spec.ts',
      'services/single/src/model/case-model.int.spec.ts',
      'services/single/src/model/ends.spec.ts',
      'test/acceptance/desk-acts.spec.ts',
      'test/acceptance/desk-case.spec.ts',
      'test/acceptance/screens.spec.ts',
    ]),
  );
});
