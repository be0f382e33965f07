import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { dayText } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { addressOf, whenBoardIsUpToDate } from './task-address';

export function addDeadline(task: Command, { connect, output }: CommandContext): void {
  task
    .command('deadline <nhiệm-vụ>')
    .description('Hạn đang có hiệu lực và cách hạn đó hình thành, từ kế hoạch đến lần gia hạn cuối')
    .addHelpText('after', example('task deadline 3.3.a'))
    .action((name: string) =>
      connect(async (api) => {
        const path = `${addressOf(name)}/deadline`;
        const answer = await api.get(path, await whenBoardIsUpToDate(api));
        output.show(answer, () => deadlineInWords(answer));
      }),
    );
}

const deadlineAnswer = z.object({
  no: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  changes: z.array(z.object({ says: z.string() })),
});

function deadlineInWords(answer: unknown): string {
  const { no, title, dueOn, changes } = readAnswer(deadlineAnswer, answer);
  return [
    `${no}. ${title}`,
    `Hạn đang có hiệu lực: ${dayText(dueOn) ?? 'không có'}`,
    'Hình thành:',
    ...changes.map(({ says }, index) => `  ${index + 1}. ${says}`),
  ].join('\n');
}
