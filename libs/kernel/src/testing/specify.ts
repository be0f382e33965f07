import { CommandRejected } from '../rejection';
import { fold, type Decider } from '../decider';
import type { DomainEvent } from '../event';

/** given(history).when(command, context).then(events) for any decider; the three words read as the rule does. */
export const specify =
  <Command, Event extends DomainEvent, State, Context>(
    decider: Decider<Command, Event, State, Context>,
    defaultContext: Context,
  ) =>
  (...history: readonly Event[]) => ({
    when(command: Command, context: Partial<Context> = {}) {
      const decide = () =>
        decider.decide(command, fold(decider, history), { ...defaultContext, ...context });
      return {
        then(...expected: readonly Event[]): void {
          expect(decide()).toEqual(expected);
        },
        /** Only the types and the given part of the data are compared. */
        thenMatching(...expected: readonly { type: Event['type']; data?: object }[]): void {
          const events = decide();
          expect(events.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
          expect(events).toMatchObject(expected);
        },
        thenNothing(): void {
          expect(decide()).toEqual([]);
        },
        thenRejected(code: string, facts: object = {}): void {
          let rejection: unknown;
          try {
            decide();
          } catch (error) {
            rejection = error;
          }
          expect(rejection).toBeInstanceOf(CommandRejected);
          expect((rejection as CommandRejected).code).toBe(code);
          expect((rejection as CommandRejected).facts).toMatchObject(facts);
        },
      };
    },
  });
