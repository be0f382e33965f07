import type { CommandCatalogue } from '@thidua/kernel';
import { openOfficialCommands, openUnitCommands } from '@thidua/organisation';
import { openTaskCommands } from '@thidua/task';
import { CommandFailure } from '../failures/command-failure';
import { renderTable } from '../output';

/** The commands that people may give about one kind of thing. */
export interface Vocabulary {
  readonly commands: CommandCatalogue;
  /** What they are about, in Vietnamese. */
  readonly about: string;
  /** The command line that lists them. */
  readonly listedBy: string;
}

export const TASK_VOCABULARY: Vocabulary = {
  commands: openTaskCommands,
  about: 'nhiệm vụ',
  listedBy: 'task commands',
};

export const UNIT_VOCABULARY: Vocabulary = {
  commands: openUnitCommands,
  about: 'đơn vị',
  listedBy: 'organisation commands',
};

export const OFFICIAL_VOCABULARY: Vocabulary = {
  commands: openOfficialCommands,
  about: 'cán bộ',
  listedBy: 'people commands',
};

/** `ReportProgress` and `report-progress` are the same command; addresses carry the second form. */
export const segmentOf = (command: string): string =>
  command.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

interface ListedCommand {
  /** As it is typed and stands in addresses. */
  readonly command: string;
  readonly name: string;
  readonly vi: string;
}

export const listedCommands = ({ commands }: Vocabulary): readonly ListedCommand[] =>
  Object.entries(commands).map(([name, { vi }]) => ({ command: segmentOf(name), name, vi }));

export const commandsInWords = (vocabulary: Vocabulary): string =>
  renderTable(
    [{ title: 'Lệnh' }, { title: 'Việc' }],
    listedCommands(vocabulary).map(({ command, vi }) => [command, vi]),
  );

/** @throws CommandFailure that says where the commands are listed, before anything is sent. */
export function requireCommand(vocabulary: Vocabulary, command: string): string {
  const segment = segmentOf(command);
  if (listedCommands(vocabulary).some((listed) => listed.command === segment)) return segment;
  const { about, listedBy } = vocabulary;
  throw new CommandFailure(
    'UNKNOWN_COMMAND',
    `Không có lệnh "${command}" cho ${about}. Xem các lệnh: ${listedBy}.`,
    { exitCode: 2 },
  );
}
