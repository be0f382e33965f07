export * from './organisation.fixtures';
