/** Injection tokens: the settings read once at start, and the application behind the buses. */
export const SETTINGS = Symbol('settings');
export const APPLICATION = Symbol('application');
