export { LogInMemory, recorded, type EventGiven } from './log-in-memory';
export { specifyProjection } from './specify-projection';
export { counter, type CounterRow, type Poison } from './counter';
export { describeOnDatabases, type RunnerSetting } from './runner-setting';
export { until } from './until';
export * from '../task-outcomes/testing/task-story';
