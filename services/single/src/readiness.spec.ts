import { expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { readiness } from './readiness.js';

it('is not ready while its consumers have not started, although it accepts submissions', async () => {
  let isRunning = false;
  const waitingFor = readiness({ services: new Map(), dataDir: tmpdir(), isRunning: () => isRunning });
  expect(await waitingFor()).toEqual(['consumers']);
  isRunning = true;
  expect(await waitingFor()).toEqual([]);
});
