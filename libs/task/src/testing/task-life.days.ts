import { addDays, localDate, type LocalDate } from '@thidua/kernel';

export const firstOfMonth = (month: string): LocalDate => localDate(`${month}-01`);

export function endOfMonth(month: string): LocalDate {
  let day = firstOfMonth(month);
  while (addDays(day, 1).startsWith(month)) day = addDays(day, 1);
  return day;
}
