import { expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathsOf, type LockedPackages } from '../../deploy/bootstrap/packages.mjs';
import { loadedPackages, type Load } from './loaded-packages.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUNDLE = join(ROOT, 'services/single/bundle');
const { packages: locked } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
  packages: LockedPackages;
};
const kept = pathsOf('run', locked);

const textOf = (file: string) => readFileSync(file, 'utf8');
const named = (files: readonly string[]) => new Map(files.map((file) => [file.slice(ROOT.length), textOf(file)]));

/** Modules of a `dist` that run in processes of their own: the bundle, or one of them, names their files. */
function programs(texts: readonly string[], known: readonly string[] = []): readonly string[] {
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(/["']\.\/([\w.-]+\.js)["']/g)].map(([, name]) => name!)),
  );
  const found = globSync(`${ROOT}{libs,services}/*/dist/**/*.js`).filter(
    (file) => names.has(basename(file)) && !existsSync(join(BUNDLE, basename(file))) && !known.includes(file),
  );
  return found.length === 0 ? known : programs(found.map(textOf), [...known, ...found]);
}

const isRemoved = ({ name }: Load) =>
  locked[`node_modules/${name}`] !== undefined && !kept.includes(`node_modules/${name}`);
const isInBundle = ({ name, file }: Load) =>
  file.startsWith('services/single/bundle/') && existsSync(join(BUNDLE, 'node_modules', name, 'package.json'));

it('loads no package that `npm start` removes after the build', () => {
  const bundled = named(globSync(`${BUNDLE}/**/*.{js,mjs}`));
  const loads = loadedPackages(new Map([...bundled, ...named(programs([...bundled.values()]))]));
  expect(loads.filter((load) => isRemoved(load) && !isInBundle(load))).toEqual([]);
  const names = new Set(loads.map(({ name }) => name));
  // Imported, required, resolved, loaded by a computed name, and by a program beside the bundle.
  for (const name of ['sharp', 'kafkajs', 'az', 'pg', '@cantoo/pdf-lib']) expect([...names]).toContain(name);
}, 240_000);

it('is started by scripts that load none', () => {
  const files = ['services/single/start', 'deploy/bootstrap', 'deploy/postgres'].flatMap((folder) =>
    globSync(`${ROOT}${folder}/*.mjs`),
  );
  // It runs sources of tests and benches.
  const scripts = files.filter((file) => basename(file) !== 'typescript.mjs');
  expect(loadedPackages(named(scripts)).filter(isRemoved)).toEqual([]);
});

const load = (text: string) => loadedPackages(new Map([['one.mjs', text]])).map(({ name, by }) => `${by} ${name}`);

it.each([
  [
    `import { a } from "one"; export * from "@two/three/four"; import "node:fs"; import "fs"; import "./five.js";`,
    ['import one', 'import @two/three'],
  ],
  [
    `await import("one"); var __require2 = x; __require2("two/three"); require("@a/b/package.json");`,
    ['import one', 'require two', 'require @a/b'],
  ],
  [
    `import { createRequire as make } from "node:module"; var from = make(import.meta.url); from("one"); from.resolve("two");`,
    ['require one', 'require two'],
  ],
  [
    `import { createRequire } from "node:module"; const { resolve } = createRequire(u); resolve("one/x"); createRequire(u).resolve("two"); path.resolve("three");`,
    ['require one', 'require two'],
  ],
  [
    'const folder = (name) => dirname(require.resolve(`${name}/package.json`)); folder("one"); other("two");',
    ['require one'],
  ],
  [
    `class Tools { static load(name) { try { return __require(name) } catch { return __require(cwd + name) } } } function driver() { try { Tools.load("one") } catch { throw new Error() } }`,
    ['require one'],
  ],
  [
    `var far = __name(async (what) => import(what), "far"); function near(a, b) { return (0, x.far)(b) } near("no", "one");`,
    ['import one'],
  ],
])('follows what loads: %s', (text, found) => expect(load(text)).toEqual(found));

it.each([
  [`try { require("one") } catch {}`, []],
  [`function optional(name) { try { return require(name) } catch { return {} } } optional("one");`, []],
  [`try { require("one") } catch (e) { log(e); process.exit(1) }`, ['require one']],
  [`try { require("one") } catch (e) { throw e }`, ['require one']],
])('passes over what the code does without: %s', (text, found) => expect(load(text)).toEqual(found));
