import { expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { pathsOf, type LockedPackages } from '../../deploy/bootstrap/packages.mjs';
import { isJob, processes } from './variables.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { packages: locked } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
  packages: LockedPackages;
};
const kept = pathsOf('run', locked);
const isRemoved = (name: string) => !kept.includes(`node_modules/${name}`);
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

it('imports no installed package that `npm start` removes after the build', () => {
  const statements = /\b(?:from|import) ?\(?"([^".][^"]*)"[;)]/g;
  const imported = globSync(`${ROOT}services/single/bundle/**/*.{js,mjs}`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(statements)].map(([, path]) => path!),
  );
  const names = new Set(imported.filter((path) => !isBuiltin(path)).map((path) => /^(@[^/]+\/)?[^/]*/.exec(path)![0]));
  const installed = [...names].filter((name) => locked[`node_modules/${name}`]);
  expect(installed.filter(isRemoved)).toEqual([]);
  expect(installed).toContain('sharp');
});

it('requires no installed package that `npm start` removes after the build, where no bundle shows it', () => {
  const sources = globSync(`${ROOT}{libs,services}/*/{src,server}/**/*.ts`).filter(
    (file) => !/spec|fixture/.test(file),
  );
  const texts = sources.map((file) => readFileSync(file, 'utf8')).filter((text) => text.includes('createRequire('));
  const calls = /(?:\(import\.meta\.url\)|require|resolve|inside|folder)\(\s*['`]((?:@[\w-]+\/)?[\w.-]+)/g;
  const names = texts.flatMap((text) => [...text.matchAll(calls)].map(([, name]) => name!));
  const installed = [...new Set(names)].filter((name) => locked[`node_modules/${name}`]);
  expect(installed.filter(isRemoved)).toEqual([]);
  expect(installed).toEqual(expect.arrayContaining(['@cantoo/pdf-lib', '@fontsource-variable/golos-text']));
});
