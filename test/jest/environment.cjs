const { appendFileSync } = require('node:fs');
const { flushCompileCache } = require('node:module');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const OwnTimers = require('./own-timers.cjs');

const EVENTS = [
  'uncaughtException',
  'unhandledRejection',
  'warning',
  'exit',
  'beforeExit',
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
];

/**
 * Spec files of a worker run in its own realm, one after the other: what a file leaves behind in globals, in the process's
 * environment, among its listeners or its timers is undone at its end.
 */
module.exports = class {
  constructor({ projectConfig }, { testPath } = {}) {
    this.testPath = testPath;
    this.cpu = process.cpuUsage();
    this.before = stateOfProcess();
    this.global = globalThis;
    this.timers = new OwnTimers();
    this.timers.install();
    this.conditions = projectConfig.testEnvironmentOptions.customExportConditions;
    Object.assign(globalThis, projectConfig.globals);
    globalThis.global = globalThis;
    Error.stackTraceLimit = 100;
    for (const [name, key] of Object.entries({ now: 'jest-native-now' })) globalThis[Symbol.for(key)] = Date[name];
    globalThis['jest-symbol-do-not-touch'] = Symbol;
    this.moduleMocker = new ModuleMocker(globalThis);
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    const common = { config: projectConfig, global: globalThis };
    this.fakeTimers = new LegacyFakeTimers({ ...common, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers(common);
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    this.fakeTimers = this.fakeTimersModern = null;
    this.global = null;
    restore(this.before);
    this.timers.clear();
    this.tellCpu();
    // Left to the worker's end, it would take longer than the half second after which Jest kills a worker as one that hangs.
    flushCompileCache();
  }

  /** To test/jest/file-times.mjs. */
  tellCpu() {
    const file = process.env.OTKLIK_CPU_TIMES;
    const { user, system } = process.cpuUsage(this.cpu);
    if (file && this.testPath) appendFileSync(file, `${(user + system) / 1e6} ${this.testPath}\n`);
  }

  exportConditions() {
    return this.conditions;
  }

  /** None of its own: test/jest/runtime.cjs. */
  getVmContext() {
    return undefined;
  }
};

function stateOfProcess() {
  return {
    globals: Object.getOwnPropertyDescriptors(globalThis),
    env: { ...process.env },
    exitCode: process.exitCode,
    exit: process.exit,
    cwd: process.cwd(),
    listeners: EVENTS.map((event) => [event, process.rawListeners(event)]),
  };
}

function restore({ globals, env, exitCode, exit, listeners }) {
  for (const key of Reflect.ownKeys(globalThis)) if (!(key in globals)) delete globalThis[key];
  for (const key of Reflect.ownKeys(globals)) {
    const { value, configurable, writable } = globals[key];
    if (configurable) Object.defineProperty(globalThis, key, globals[key]);
    else if (writable) globalThis[key] = value;
  }
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = exitCode;
  process.exit = exit;
  for (const [event, before] of listeners)
    for (const listener of process.rawListeners(event))
      if (!before.includes(listener)) process.removeListener(event, listener);
}
