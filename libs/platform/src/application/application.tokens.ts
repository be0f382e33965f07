/** Injection tokens: the settings read once at start, the application behind the buses, and the process around them. */
export const SETTINGS = Symbol('settings');
export const APPLICATION = Symbol('application');
export const PROCESS = Symbol('process');
export const PROCESS_HEALTH = Symbol('process health');
