// Loads packages once in a worker, as Node does. Each of the several hundred files under test would otherwise read,
// compile and run zod, Nest and pg anew. The product's own modules are still loaded for each file, so no file sees the
// state that another one left in them.
const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const PACKAGES = `${sep}node_modules${sep}`;
/** Part of the runner: it must be the instance that the runner itself uses. */
const RUNNER = new Set(['expect', '@jest/expect', '@jest/globals']);

class WorkerRealmRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModule(from, name, options, isActual) {
    const path =
      options?.isInternalModule || from.includes(PACKAGES) ? null : this.packageFile(from, name);
    return path === null ? super.requireModule(from, name, options, isActual) : require(path);
  }

  packageFile(from, name) {
    if (name === undefined || /^\.|^node:|^@thidua\//.test(name) || RUNNER.has(name)) return null;
    if (this._resolution.isCoreModule(name)) return null;
    const path = this._resolution.resolveCjs(from, name);
    return path.includes(PACKAGES) ? path : null;
  }
}

module.exports = { __esModule: true, default: WorkerRealmRuntime };
