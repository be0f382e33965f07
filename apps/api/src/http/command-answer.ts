import type { CommandOutcome } from '@thidua/application';
import type { Response } from 'express';

/** The answer to a command: what it wrote and at which revision, which the next If-Match can name. */
export function answerCommand(response: Response, outcome: CommandOutcome): CommandOutcome {
  if (outcome.revision !== null) response.setHeader('ETag', `"${outcome.revision}"`);
  if (outcome.position !== null) response.setHeader('X-Position', outcome.position);
  if (outcome.repeated) response.setHeader('X-Repeated', 'true');
  return outcome;
}

/** `report-progress` in an address is `ReportProgress` in the vocabulary. */
export const commandNameOf = (segment: string): string =>
  segment
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** `ReportProgress` in the vocabulary is `report-progress` in an address. */
export const segmentOf = (command: string): string =>
  command.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
