export { apiClient, type ApiClient, type ApiClientOptions, type Headers, type Query } from './api-client';
export { ask } from './ask';
export { connectBy, type Connect, type ConnectParts } from './connect';
export { readAnswer } from './read-answer';
