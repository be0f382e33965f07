import type { Call } from './calls/call';
import type { ApplicationParts } from './application-parts';
import { commandUseCases } from './command-use-cases';
import { queryUseCases } from './query-use-cases';

type Bound<F> = F extends (parts: ApplicationParts, input: infer I) => infer O
  ? (input: I) => O
  : never;
type BoundCommand<F> = F extends (parts: ApplicationParts, input: infer I, call: Call) => infer O
  ? (input: I, call: Call) => O
  : never;

export type CommandUseCases = {
  [K in keyof typeof commandUseCases]: BoundCommand<(typeof commandUseCases)[K]>;
};
export type QueryUseCases = { [K in keyof typeof queryUseCases]: Bound<(typeof queryUseCases)[K]> };

/** Everything the product can do, whichever face asks: commands change the log, queries read what follows from it. */
export interface Application {
  readonly commands: CommandUseCases;
  readonly queries: QueryUseCases;
  /** Ends background work, then lets go of the database. May be called twice. */
  close(): Promise<void>;
}

type UseCase = (parts: ApplicationParts, ...rest: never[]) => unknown;

/** Hands the parts to every use case of a table; the mapped types above say what comes out. */
const bind = (parts: ApplicationParts, useCases: Readonly<Record<string, UseCase>>): unknown =>
  Object.fromEntries(
    Object.entries(useCases).map(([name, useCase]) => [
      name,
      (...rest: never[]) => useCase(parts, ...rest),
    ]),
  );

export const bindCommands = (parts: ApplicationParts): CommandUseCases =>
  bind(parts, commandUseCases) as CommandUseCases;
export const bindQueries = (parts: ApplicationParts): QueryUseCases =>
  bind(parts, queryUseCases) as QueryUseCases;
