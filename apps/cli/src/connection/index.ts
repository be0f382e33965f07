export {
  apiClient,
  type ApiClient,
  type ApiClientOptions,
  type Headers,
  type Query,
} from './api-client';
export { answerHeader } from './answer-header';
export { ask, upToDate } from './ask';
export { connectBy, type Connect, type ConnectParts } from './connect';
export { readAnswer } from './read-answer';
