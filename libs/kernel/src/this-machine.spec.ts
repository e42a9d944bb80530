import { expect, it } from '@jest/globals';
import { isOfThisMachine } from './this-machine.js';

it.each([
  ['127.0.0.1', undefined],
  ['127.8.9.1', undefined],
  ['localhost', undefined],
  ['::1', undefined],
  ['127.0.0.1', 'http://localhost:4000'],
  ['::1', 'http://[::1]:4000'],
] as const)('is reached from this machine only: %s, %s', (host, url) => expect(isOfThisMachine(host, url)).toBe(true));

it.each([
  ['0.0.0.0', undefined],
  ['::', undefined],
  ['10.0.0.7', undefined],
  ['localhost.example', undefined],
  ['127.0.0.1', 'https://otklik.example'],
  ['0.0.0.0', 'http://localhost'],
  ['127.0.0.1', 'otklik'],
] as const)('is reached from elsewhere: %s, %s', (host, url) => expect(isOfThisMachine(host, url)).toBe(false));
