export type { Application, CommandUseCases, QueryUseCases } from './application';
export type { ActorRequest, Call, CommandOutcome } from './calls/call';
export { InvalidInput, type FieldFault } from './calls/call-errors';
export { acceptedEventTypes, type IncomingEvent } from './ingest/ingest-event';
export {
  openApplication,
  openOn,
  type OpenApplicationOptions,
  type OpenedApplication,
} from './open-application';
export { allRejections, openVocabularies, type OpenVocabulary } from './vocabularies';
