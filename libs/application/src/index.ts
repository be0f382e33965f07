export type { Application, CommandUseCases, QueryUseCases } from './application';
export type { ActorRequest, Call, CommandOutcome } from './calls/call';
export type { Settled } from './calls/command-runner';
export { InvalidInput, type FieldFault } from './calls/call-errors';
export type { HealthAnswer, ProjectionHealthAnswer } from './health/health-queries';
export type { Around, CommandFacts, Instruments, StreamFacts } from './instruments';
export { acceptedEventTypes, type IncomingEvent } from './ingest/incoming-event';
export {
  openApplication,
  openOn,
  type OpenApplicationOptions,
  type OpenedApplication,
} from './open-application';
export { questionList, type ListedQuestion } from './questions';
export { allEvents, allRejections, openVocabularies, type OpenVocabulary } from './vocabularies';
