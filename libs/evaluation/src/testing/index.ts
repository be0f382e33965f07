export * from './evaluation.fixtures';
