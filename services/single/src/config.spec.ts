import { expect, it } from '@jest/globals';
import { readSingleConfig } from './config.js';

it('leaves every choice to the environment and names a wrong one', () => {
  expect(readSingleConfig({})).toMatchObject({ demo: undefined, audience: 'otklik', tokenMinutes: 60 });
  expect(() => readSingleConfig({ OTKLIK_DEMO: 'maybe', OTKLIK_TOKEN_MINUTES: '0' })).toThrow(
    /OTKLIK_DEMO[^]*OTKLIK_TOKEN_MINUTES/,
  );
});
