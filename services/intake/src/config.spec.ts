import { expect, it } from '@jest/globals';
import { readIntakeConfig } from './config.js';

it('limits what may be sent without an account where the operator says nothing', () => {
  expect(readIntakeConfig({})).toMatchObject({
    linkTries: 3,
    uploadsPerAddress: 60,
    open311PerAddress: 1_200,
    open311PerKey: 300,
  });
});
