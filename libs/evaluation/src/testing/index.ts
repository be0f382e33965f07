export * from './evaluation.fixtures';
export * from './marks.fixtures';
