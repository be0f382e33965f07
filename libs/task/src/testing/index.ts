export * from './people';
export { sampleAsked, type AskedInput } from './sample-asked';
export { sampleFacts } from './sample-course';
export { ASSIGNED_ON, DUE_ON, paper, proof, TODAY } from './sample-work';
export * from './task.fixtures';
export { randomFlow } from './random-flow';
