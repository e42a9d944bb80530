import { expect, it } from '@jest/globals';
import { readGatewayConfig } from './config.js';

it('limits what may be sent without an account, and what one operation costs, where the operator says nothing', () => {
  expect(readGatewayConfig({ OTKLIK_ISSUER: 'https://id.example' })).toMatchObject({
    perAddress: 120,
    perDistrict: 12_000,
    codeTries: 10,
    linkTries: 10,
    maxCost: 10_000,
    deadlineMs: 10_000,
    maxRunning: 128,
  });
});
