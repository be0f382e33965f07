import type { Call, CommandFacts, CommandOutcome, Instruments } from '@thidua/application';
import { CommandRejected } from '@thidua/kernel';
import type { Logger } from 'pino';

/** One line for each command, whoever sent it: what it was, who acted, what came of it. Never its data. */
export const commandLog =
  (log: Logger): NonNullable<Instruments['aroundCommand']> =>
  async (facts, run) => {
    const began = performance.now();
    try {
      const outcome = await run();
      log.info({ ...lineOf(facts, began), ...resultOf(outcome) }, 'command');
      return outcome;
    } catch (error) {
      if (error instanceof CommandRejected) {
        const refusal = { outcome: 'refused', problem: error.code };
        log.info({ ...lineOf(facts, began), ...refusal }, 'command');
      } else {
        log.error({ ...lineOf(facts, began), outcome: 'failed', err: error }, 'command');
      }
      throw error;
    }
  };

const lineOf = ({ stream, type, call }: CommandFacts, began: number) => ({
  command: type,
  stream,
  commandId: call.commandId,
  correlationId: call.correlationId,
  causationId: call.causationId,
  actorId: actorIdOf(call),
  durationMs: Math.round(performance.now() - began),
});

function resultOf({ repeated, position }: CommandOutcome): object {
  if (repeated) return { outcome: 'repeated', position };
  return position === null ? { outcome: 'unchanged' } : { outcome: 'written', position };
}

function actorIdOf({ actor }: Call): string {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'service':
      return actor.serviceId;
    case 'system':
      return 'system';
  }
}
