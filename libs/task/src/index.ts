export * from './task.events';
