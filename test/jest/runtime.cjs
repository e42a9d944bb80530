const { statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { sep } = require('node:path');
const { isModuleNamespaceObject } = require('node:util/types');
const timers = require('node:timers/promises');
const vm = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

const OF_PACKAGES = `${sep}node_modules${sep}`;
const ofWorker = createRequire(__filename);
/** Packages that await while they load cannot be required: they are loaded as own code is. */
const awaiting = new Set();
/** What one spec file found out serves the next of its worker. */
const transformed = new Map();
const resolved = { esm: new Map(), cjs: new Map() };

/**
 * Own code is evaluated afresh for each spec file. A package is loaded once a worker, by Node.js itself: reloading
 * Nest, TypeORM and GraphQL for each file costs more than most files' tests. All of it runs in one realm, as in
 * production, so that `instanceof Error` holds across both.
 */
module.exports = class extends JestRuntime {
  constructor(...args) {
    super(...args);
    const { _resolution: resolution, coreModule, esmLoader, executor, transformCache } = this;
    const requireCore = coreModule.require.bind(coreModule);
    const ofFile = { ...timers, setTimeout: this._environment.timers.sleep };
    const { buildCjsAsEsmSyntheticModule, pendingCjsBuildIsUnmarkedEsm } = esmLoader;
    Object.assign(esmLoader, {
      getContext: () => undefined,
      buildCjsAsEsmSyntheticModule: (from, path, context) =>
        isOfWorker(path) ? asModule(path) : buildCjsAsEsmSyntheticModule.call(esmLoader, from, path, context),
      pendingCjsBuildIsUnmarkedEsm: (pending) =>
        !isOfWorker(pending.modulePath) && pendingCjsBuildIsUnmarkedEsm.call(esmLoader, pending),
    });
    coreModule.require = (name) => (/^(node:)?timers\/promises$/.test(name) ? ofFile : requireCore(name));
    executor.compile = compile;
    transformCache.transform = rememberingTransform(transformCache);
    Object.assign(resolution, { esmCache: resolved.esm, cjsCache: resolved.cjs, clear: () => undefined });
  }

  unstable_shouldLoadAsEsm(path) {
    return !isOfWorker(path) && super.unstable_shouldLoadAsEsm(path);
  }

  requireModule(from, name, options, isRequireActual) {
    const path = options?.isInternalModule ? undefined : packageFile(this._resolution, from, name);
    return path === undefined ? super.requireModule(from, name, options, isRequireActual) : ofWorker(path);
  }
};

function packageFile(resolution, from, name) {
  if (name === undefined || resolution.isCoreModule(name)) return undefined;
  const path = resolution.resolveCjs(from, name);
  return isOfWorker(path) ? path : undefined;
}

function isOfWorker(path) {
  if (!path.includes(OF_PACKAGES) || awaiting.has(path) || !/\.[cm]?js$/.test(path)) return false;
  try {
    ofWorker(path);
  } catch (error) {
    if (error.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
    awaiting.add(path);
    return false;
  }
  return true;
}

function asModule(path) {
  const names = exportsOf(ofWorker(path));
  const evaluate = function () {
    for (const [name, value] of Object.entries(names)) this.setExport(name, value);
  };
  const module = new vm.SyntheticModule(Object.keys(names), evaluate, { identifier: path });
  module.evaluate();
  return module;
}

function exportsOf(loaded) {
  if (isModuleNamespaceObject(loaded)) return loaded;
  const hasNames = loaded !== null && ['object', 'function'].includes(typeof loaded);
  return { ...(hasNames ? loaded : {}), default: loaded, 'module.exports': loaded };
}

/** As Jest's own, in the worker's realm. */
function compile(source, filename) {
  if (!this.environment.global) return null;
  return vm.compileFunction(source, this.injectedModuleParameters, {
    filename,
    importModuleDynamically: (specifier, _function, attributes, ...rest) =>
      this.dynamicImport(specifier, filename, undefined, attributes, rest[0]),
  });
}

/** A file is read and hashed again only when it changed. */
function rememberingTransform(cache) {
  const transform = cache.transform.bind(cache);
  return (filename, options) => {
    if (options?.isInternalModule) return transform(filename, options);
    const { mtimeMs, size } = statSync(filename);
    const stamp = `${mtimeMs} ${size} ${options?.supportsStaticESM}`;
    const known = transformed.get(filename);
    if (known?.stamp !== stamp) {
      transform(filename, options);
      transformed.set(filename, { stamp, result: cache.transforms.get(filename) });
    }
    const { result } = transformed.get(filename);
    cache.transforms.set(filename, result);
    if (result.sourceMapPath) cache.sourceMaps.set(filename, result.sourceMapPath);
    return result.code;
  };
}

/** Compiled code of a module is kept: the next file that imports it does not parse it again. */
const { SourceTextModule } = vm;
const compiled = new Map();
vm.SourceTextModule = class extends SourceTextModule {
  constructor(code, options) {
    const known = compiled.get(options.identifier);
    let isKept = known?.code === code;
    try {
      super(code, isKept ? { ...options, cachedData: known.data } : options);
    } catch (error) {
      if (error.code !== 'ERR_VM_MODULE_CACHED_DATA_REJECTED') throw error;
      // A spec changed V8's flags.
      isKept = false;
      super(code, options);
    }
    if (!isKept) compiled.set(options.identifier, { code, data: this.createCachedData() });
  }
};
