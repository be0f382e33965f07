export * from './official.events';
export * from './unit.events';
