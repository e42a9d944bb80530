import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Files that took less are reported as one sum. */
const SHOWN_FROM_S = 5;

/**
 * Prints where a run's time went: seconds of each slow spec file, of them its tests alone (the rest is start: modules,
 * database, product, hooks), the CPU seconds of its worker (of no other process), and the sums of each kind. All but the CPU
 * are of the wall: files beside it make a file slower.
 */
export default class FileTimes {
  #rootDir;

  constructor({ rootDir }) {
    this.#rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length < 2) return;
    const cpu = cpuTimes();
    console.log(
      table(testResults.map((suite) => ({ ...timesOf(suite, this.#rootDir), cpu: cpu.get(suite.testFilePath) ?? 0 }))),
    );
  }
}

/** As test/jest/environment.cjs wrote them. */
function cpuTimes() {
  const file = process.env.OTKLIK_CPU_TIMES;
  const lines = file && existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), Number.parseFloat(line)]));
}

function timesOf({ testFilePath, perfStats, testResults }, rootDir) {
  const file = relative(rootDir, testFilePath);
  const tests = testResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000;
  return { file, kind: kindOf(file), seconds: (perfStats.end - perfStats.start) / 1000, tests };
}

/** By folder and name: the whole product, one service with its database, or plain code. */
function kindOf(file) {
  if (/^test\/(acceptance|chaos|load|tenancy|upgrade)\//.test(file)) return 'product';
  return file.endsWith('.int.spec.ts') ? 'integration' : 'plain';
}

export function table(files) {
  const slowestFirst = files.toSorted((a, b) => b.seconds - a.seconds);
  const kinds = [...Map.groupBy(files, ({ kind }) => kind)].map(([kind, own]) =>
    line(`all ${kind} (${own.length})`, own),
  );
  const shown = slowestFirst.filter(({ seconds }) => seconds >= SHOWN_FROM_S);
  const others = slowestFirst.slice(shown.length);
  return [
    'Seconds of spec files, of their tests alone, of CPU:',
    ...shown.map((one) => line(one.file, [one])),
    ...(others.length > 0 ? [line(`${others.length} others`, others)] : []),
    ...kinds,
    '',
  ].join('\n');
}

function line(name, files) {
  const sum = (field) => files.reduce((all, one) => all + one[field], 0).toFixed(1);
  return `${['seconds', 'tests', 'cpu'].map((field) => sum(field).padStart(8)).join(' ')}  ${name}`;
}
