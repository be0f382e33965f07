export * from './config/environment';
