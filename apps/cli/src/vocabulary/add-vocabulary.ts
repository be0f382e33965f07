import type { Command } from 'commander';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { commandsInWords, listedCommands, type Vocabulary } from './vocabulary';

interface Listing {
  readonly vocabulary: Vocabulary;
  /** The command line that gives one of them. */
  readonly usedBy: string;
}

/** `… commands`: what can be given by `… do`. */
export function addVocabulary(
  parent: Command,
  { output }: CommandContext,
  { vocabulary, usedBy }: Listing,
): void {
  parent
    .command('commands')
    .description(`Các lệnh dùng được với ${usedBy}`)
    .addHelpText('after', example(vocabulary.listedBy))
    .action(() => {
      output.show(listedCommands(vocabulary), () => commandsInWords(vocabulary));
    });
}
