export * from './application/application.module';
export * from './application/application.tokens';
export * from './bus/use-case.messages';
export * from './config/environment';
export * from './logging/logging.module';
