// Whole-system files first, pure ones last, so that no worker is left alone with a long file at the end of the run. Jest
// does so by itself once it has measured the files; in a fresh clone it knows only how long their texts are.
const { default: Sequencer } = require('@jest/test-sequencer');

const weightOf = ({ path }) =>
  /\.e2e\.spec\.ts$/.test(path) ? 2 : /\.int\.spec\.ts$/.test(path) ? 1 : 0;

class HeaviestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return [...sorted].sort((a, b) => weightOf(b) - weightOf(a));
  }
}

module.exports = HeaviestFirst;
