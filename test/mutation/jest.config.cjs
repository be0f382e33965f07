const { join } = require('node:path');
const { projects } = require('../../jest.config.cjs');

const unit = projects.find(({ displayName }) => displayName === 'unit');

module.exports = {
  ...unit,
  rootDir: join(__dirname, '../..'),
  displayName: 'mutation',
  testMatch: ['<rootDir>/test/mutation/all-specs.cjs'],
  roots: ['libs/kernel', 'libs/workflow', 'libs/task', 'test/mutation'].map(
    (folder) => `<rootDir>/${folder}`,
  ),
  watchman: false,
};
