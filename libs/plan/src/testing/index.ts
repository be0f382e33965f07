export * from './plan.fixtures';
