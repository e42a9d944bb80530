import { expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isJob, processes } from './variables.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const services = processes.filter((name) => !isJob(name));

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

it('has the libraries as they are made for production', () => {
  const files = globSync(`${ROOT}services/*/bundle/**/*.{js,mjs}`);
  const texts = files.map((file) => [file, readFileSync(file, 'utf8').replaceAll('\\\n', '')] as const);
  expect(texts.filter(([, text]) => text.includes('react-dom-server'))).not.toEqual([]);
  expect(texts.filter(([, text]) => /NODE_ENV|react[\w.-]*\.development\.js/.test(text)).map(([file]) => file)).toEqual(
    [],
  );
});
