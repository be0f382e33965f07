import { Option } from 'commander';
import { dayValue, instantValue, yearValue } from './option-values';

/** Options that several commands share, so that they read and mean the same everywhere. */

/** A calendar day in Asia/Ho_Chi_Minh; `otherwise` says what the API takes when it is left out. */
export const onDay = (otherwise = 'hôm nay'): Option =>
  new Option('--as-of <ngày>', `xem theo ngày YYYY-MM-DD (mặc định: ${otherwise})`).argParser(
    dayValue('--as-of'),
  );

export const ofYear = (description = 'năm của kế hoạch (mặc định: năm của --as-of)'): Option =>
  new Option('--year <năm>', description).argParser(yearValue);

export const knownAt = (): Option =>
  new Option(
    '--known-at <thời-điểm>',
    'theo những gì đã ghi nhận đến lúc đó, RFC 3339 (mặc định: tất cả)',
  ).argParser(instantValue('--known-at'));

/** One example below the help of a command. */
export const example = (commandLine: string): string =>
  `\nVí dụ:\n  npm run -s thidua -- ${commandLine}`;
