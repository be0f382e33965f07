// Specifications run in the realm of their worker instead of a sandbox with globals of its own. In Jest's sandbox every
// `Map` or `BigInt` is looked up through a proxy, which costs the property tests most of their time, and nothing that was
// loaded outside may be used inside, because its `Error` and `Date` are other ones.
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

class WorkerRealmEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    const timers = { config: projectConfig, global: globalThis };
    this.fakeTimers = new LegacyFakeTimers({
      ...timers,
      moduleMocker: this.moduleMocker,
      timerConfig: { idToRef: (timer) => timer, refToId: (timer) => timer },
    });
    this.fakeTimersModern = new ModernFakeTimers(timers);
  }

  async setup() {
    this.variables = { ...process.env };
    this.symbols = new Set(Object.getOwnPropertySymbols(globalThis));
  }

  /** What a file did to the surroundings is undone, for the next one in the same worker. */
  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(process.env))
      if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    // The runner keeps what belongs to one file under symbols: its handlers of events, its time-out.
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (!this.symbols.has(symbol)) Reflect.deleteProperty(globalThis, symbol);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Not null while tests may run; the runtime compiles in its own realm and never enters it. */
  getVmContext() {
    return globalThis;
  }
}

module.exports = WorkerRealmEnvironment;
