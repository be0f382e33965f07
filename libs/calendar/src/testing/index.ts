export * from './calendar.fixtures';
