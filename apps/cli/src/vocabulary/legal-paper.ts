import { z } from 'zod';
import { wrongUsage } from '../failures/command-failure';
import { dayValue } from '../program/option-values';
import { segmentOf, type Vocabulary } from './vocabulary';

/** A document as typed: its number, and its date after a comma: `15/QĐ-UBND,2025-06-20`. */
export function documentOf(written: string): object {
  const [number = '', date] = written.split(',').map((part) => part.trim());
  if (number === '') throw wrongUsage('--document cần số văn bản, ví dụ "15/QĐ-UBND,2025-06-20".');
  const day = date === undefined ? null : dayValue('--document')(date);
  return { number, date: day, issuer: null, title: null };
}

const FIELDS = ['document', 'basis', 'legalBasis'];

/** Where a command keeps the paper it rests on. @throws CommandFailure when it rests on none. */
export function paperFieldOf({ commands }: Vocabulary, segment: string): string {
  const data = Object.entries(commands).find(([name]) => segmentOf(name) === segment)?.[1].data;
  const fields = data instanceof z.ZodObject ? Object.keys(data.shape) : [];
  const found = FIELDS.find((field) => fields.includes(field));
  if (found !== undefined) return found;
  throw wrongUsage(`Lệnh ${segment} không ghi văn bản căn cứ; bỏ --document.`);
}
