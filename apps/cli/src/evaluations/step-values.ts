import { wrongUsage } from '../failures/command-failure';

/** Readers of option values of the steps; each throws a `CommandFailure` with exit code 2 that says what would be right. */

/** A document by its number; date, issuer and title are left to whoever keeps the paper. */
export const documentValue = (number: string): object => ({
  number,
  date: null,
  issuer: null,
  title: null,
});

/** `cb-001,cb-002` */
export const listValue = (text: string): readonly string[] => {
  const ids = text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (ids.length > 0) return ids;
  throw wrongUsage('--attendee-ids cần mã cán bộ, cách nhau bằng dấu phẩy, ví dụ cb-001,cb-002.');
};

interface Vote {
  readonly subjectId: string;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** `qltm=5/1/0`: in favour, against, no opinion. */
export function voteValue(text: string, earlier: readonly Vote[] = []): readonly Vote[] {
  const read = /^([^=]+)=(\d{1,4})\/(\d{1,4})\/(\d{1,4})$/.exec(text);
  if (read === null) {
    throw wrongUsage(
      `--votes cần dạng đơn-vị=tán-thành/không-tán-thành/không-ý-kiến, ví dụ qltm=5/1/0, không phải "${text}".`,
    );
  }
  const [, subjectId = '', inFavour, against, abstained] = read;
  const vote = {
    subjectId,
    inFavour: Number(inFavour),
    against: Number(against),
    abstained: Number(abstained),
  };
  return [...earlier, vote];
}
