import { Inject } from '@nestjs/common';
import {
  CommandHandler,
  QueryHandler,
  type ICommandHandler,
  type IQueryHandler,
} from '@nestjs/cqrs';
import type { Application, Call } from '@thidua/application';
import { APPLICATION } from '../application/application.tokens';
import { Ask, Execute } from './use-case.messages';

/** Names and inputs belong together in `Execute` and `Ask`; past the bus that pairing is one cast, here and nowhere else. */
type AnyCommand = (input: unknown, call: Call) => Promise<never>;
type AnyQuery = (input: unknown) => Promise<never>;

/** Every command of every face passes here. */
@CommandHandler(Execute)
export class UseCaseCommandHandler implements ICommandHandler<Execute> {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  execute({ name, input, call }: Execute): Promise<never> {
    return (this.application.commands[name] as AnyCommand)(input, call);
  }
}

/** Every question of every face passes here. */
@QueryHandler(Ask)
export class UseCaseQueryHandler implements IQueryHandler<Ask> {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  execute({ name, input }: Ask): Promise<never> {
    return (this.application.queries[name] as AnyQuery)(input);
  }
}
