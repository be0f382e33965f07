export { appended, appendTo, newEvent } from './event-builders';
export { eventStoreContract, type OpenedStore, type StoreUnderTest } from './event-store.contract';
