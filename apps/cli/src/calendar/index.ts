import { Option, type Command } from 'commander';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { countValue, dayValue, yearValue } from '../program/option-values';
import { deadlineInWords, yearInWords } from './calendar-in-words';
import { addNoticeCommands } from './notice-commands';

export function addCalendarCommands(program: Command, context: CommandContext): void {
  const calendar = program
    .command('calendar')
    .description('Lịch làm việc: ngày nghỉ, làm bù, tính hạn theo ngày làm việc');
  addShow(calendar, context);
  addAddDays(calendar, context);
  addNoticeCommands(calendar, context);
}

function addShow(calendar: Command, { connect, output }: CommandContext): void {
  calendar
    .command('show <năm>')
    .description('Ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù trong năm, kèm căn cứ')
    .addHelpText('after', example('calendar show 2026'))
    .action((written: string) => {
      const year = yearValue(written);
      return connect(async (api) => {
        const answer = await api.get(`/v1/calendar/${year}`);
        output.show(answer, () => yearInWords(answer));
      });
    });
}

function addAddDays(calendar: Command, { connect, output }: CommandContext): void {
  calendar
    .command('add-days <từ-ngày> <số-ngày>')
    .description('Hạn sau từng ấy ngày, từng bước tính; không tính ngày đầu')
    .addOption(
      new Option('--unit <loại>', 'đếm ngày làm việc (working) hay mọi ngày (calendar)')
        .choices(['working', 'calendar'])
        .default('working'),
    )
    .addHelpText('after', example('calendar add-days 2026-08-28 7'))
    .action((written: string, count: string, { unit }: { readonly unit: string }) => {
      const from = dayValue('từ-ngày')(written);
      const days = countValue('số-ngày')(count);
      return connect(async (api) => {
        const answer = await api.get('/v1/calendar/working-days', { from, days, unit });
        output.show(answer, () => deadlineInWords(answer));
      });
    });
}
