export * from './canonical-json';
export * from './list-digest';
