import { Command, Query } from '@nestjs/cqrs';
import type { Call, CommandUseCases, QueryUseCases } from '@thidua/application';

type Input<F> = F extends (input: infer I, ...rest: never[]) => unknown ? I : never;
type Output<F> = F extends (...args: never[]) => Promise<infer O> ? O : never;

/** A command on its way to its use case: `new Execute('issuePlan', {...}, call)`. */
export class Execute<Name extends keyof CommandUseCases = keyof CommandUseCases> extends Command<
  Output<CommandUseCases[Name]>
> {
  constructor(
    readonly name: Name,
    readonly input: Input<CommandUseCases[Name]>,
    readonly call: Call,
  ) {
    super();
  }
}

/** A question to the read models: `new Ask('ranking', {...})`. */
export class Ask<Name extends keyof QueryUseCases = keyof QueryUseCases> extends Query<
  Output<QueryUseCases[Name]>
> {
  constructor(
    readonly name: Name,
    readonly input: Input<QueryUseCases[Name]>,
  ) {
    super();
  }
}
