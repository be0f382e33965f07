export * from './plan.events';
