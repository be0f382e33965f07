const { join } = require('node:path');
const { projects } = require('../../jest.config.cjs');

const unit = projects.find(({ displayName }) => displayName === 'unit');

// The courses drawn at random are left out: they meet every line, so each mutant would cost a whole run of them, and a
// mutant that only chance finds is not held by a specification.
module.exports = {
  ...unit,
  rootDir: join(__dirname, '../..'),
  displayName: 'mutation',
  roots: ['kernel', 'workflow', 'task'].map((library) => `<rootDir>/libs/${library}/src`),
  watchman: false,
  testMatch: ['<rootDir>/libs/{workflow,task}/src/**/*.spec.ts'],
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, 'task-life\\.spec\\.ts$'],
};
