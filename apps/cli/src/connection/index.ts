export type { ApiClient, Headers, Query } from './api-client';
export { answerHeader } from './answer-header';
export { ask, upToDate } from './ask';
export { connectBy, type Connect } from './connect';
export { readAnswer } from './read-answer';
