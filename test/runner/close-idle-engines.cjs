// Where the tests run in Jest's own process, the engines kept for the next test file would keep it alive: they set timers
// of their own. Workers are ended by Jest and never come here.
module.exports = async () => {
  for (const engine of globalThis.idleTestEngines ?? []) await engine.close();
};
