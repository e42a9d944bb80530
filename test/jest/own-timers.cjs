const { setMaxListeners } = require('node:events');
const { setTimeout: sleep } = require('node:timers/promises');
const { promisify } = require('node:util');

/**
 * The timers that a spec file's own code starts. Those still running when the file ends would fire in the next file of its
 * worker: they are cleared. Packages outlive a file (test/jest/runtime.cjs), and so do theirs.
 */
module.exports = class OwnTimers {
  #running = new Set();
  #end = new AbortController();

  constructor() {
    setMaxListeners(0, this.#end.signal);
  }

  /** Until the globals are restored. */
  install() {
    const { setTimeout, setInterval } = globalThis;
    const running = this.#running;
    globalThis.setTimeout = function ownTimeout(callback, ...rest) {
      if (isOfPackage(ownTimeout)) return setTimeout(callback, ...rest);
      const timer = setTimeout(
        function fire(...values) {
          running.delete(timer);
          callback.apply(this, values);
        },
        ...rest,
      );
      running.add(timer);
      return timer;
    };
    globalThis.setInterval = function ownInterval(...of) {
      const timer = setInterval(...of);
      if (!isOfPackage(ownInterval)) running.add(timer);
      return timer;
    };
    globalThis.setTimeout[promisify.custom] = this.sleep;
  }

  /** As that of `node:timers/promises`; what waits at the end of the file does not go on. */
  sleep = (ms, value, options = {}) => {
    const end = this.#end.signal;
    const signal = options.signal ? AbortSignal.any([end, options.signal]) : end;
    return new Promise((resolve, reject) => {
      sleep(ms, value, { ...options, signal }).then(resolve, (error) => {
        if (!end.aborted) reject(error);
      });
    });
  };

  clear() {
    this.#end.abort();
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
};

/** Of the code that calls `callee`. */
function isOfPackage(callee) {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const at = {};
  Error.prepareStackTrace = (_error, sites) => sites[0]?.getFileName() ?? '';
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(at, callee);
  const file = at.stack;
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  return file.includes('/node_modules/');
}
