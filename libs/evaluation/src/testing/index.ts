export * from './evaluation.fixtures';
export * from './marks.fixtures';
export * from './criteria.fixtures';
export * from './unit-marks.fixtures';
