import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { processes } from './variables.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const services = processes.filter((name) => name !== 'migration');

/** An error's message is logged only when our own code threw it; the file in its stack decides (`errorFacts`). */
it.each(services)('%s is bundled with the libraries’ code apart from ours, under node_modules', (name) => {
  const bundle = `${ROOT}services/${name}/bundle`;
  const ours = readFileSync(`${bundle}/main.js`, 'utf8');
  expect(ours).toContain('runProcess');
  expect(ours).not.toContain('__commonJS(');
  expect(ours).not.toMatch(/^\/\/ .*node_modules\//m);
  expect(existsSync(`${bundle}/node_modules/pg.mjs`)).toBe(true);
});

it('contains only ASCII, so that V8 stores a character in one byte', () => {
  for (const name of services)
    expect(/[^\0-\x7f]/.test(readFileSync(`${ROOT}services/${name}/bundle/main.js`, 'utf8'))).toBe(false);
});
