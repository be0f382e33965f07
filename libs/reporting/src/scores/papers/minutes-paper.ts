import { type LocalDate, vietnameseDate } from '@thidua/kernel';
import type { Block, OfficialPaper } from '../../official-layout/official-paper';
import type { ResultBook } from '../result-book';
import {
  basisOf,
  countsTable,
  heading,
  paragraph,
  standingOf,
  subjectsOf,
  symbolOf,
  table,
  type PaperFrame,
} from './paper-frame';

/** The evaluation meeting as the cycle recorded it, with names in place of ids. */
export interface BookMeeting {
  readonly heldOn: LocalDate;
  readonly entitledCount: number;
  readonly attendees: readonly string[];
  /** Number of the minutes; null while none is given. */
  readonly minutes: string | null;
  readonly votes: readonly {
    readonly subjectId: string;
    readonly inFavour: number;
    readonly against: number;
    readonly abstained: number;
  }[];
}

const BLANK = '……………………';

function attendance(meeting: BookMeeting | null): readonly Block[] {
  if (meeting === null) {
    return [
      paragraph(`Thời gian: ${BLANK}; địa điểm: ${BLANK}.`),
      paragraph(`Được triệu tập: …… người; có mặt: …… người; vắng: …… người (${BLANK}).`),
    ];
  }
  const { heldOn, entitledCount, attendees, minutes } = meeting;
  const absent = entitledCount - attendees.length;
  return [
    paragraph(`Thời gian: ngày ${vietnameseDate(heldOn)}; địa điểm: ${BLANK}.`),
    paragraph(
      `Được triệu tập: ${entitledCount} người; có mặt: ${attendees.length} người; vắng: ${absent} người.`,
    ),
    paragraph(`Người có mặt: ${attendees.join(', ')}.`),
    ...(minutes === null ? [] : [paragraph(`Số biên bản đã ghi nhận: ${minutes}.`)]),
  ];
}

function voteTable({ entries }: ResultBook, meeting: BookMeeting | null): Block {
  const votes = new Map((meeting?.votes ?? []).map((vote) => [vote.subjectId, vote]));
  const countOf = (count: number | undefined): string => (count === undefined ? '' : String(count));
  return table({
    columns: [
      { title: 'TT', share: 1, align: 'center' },
      { title: 'Họ tên, đơn vị', share: 6 },
      { title: 'Mức đề nghị', share: 5 },
      { title: 'Tán thành', share: 2, align: 'center' },
      { title: 'Không tán thành', share: 2, align: 'center' },
      { title: 'Không ý kiến', share: 2, align: 'center' },
    ],
    rows: entries.map((entry, index) => {
      const vote = votes.get(entry.subjectId);
      return [
        String(index + 1),
        entry.name,
        standingOf(entry),
        countOf(vote?.inFavour),
        countOf(vote?.against),
        countOf(vote?.abstained),
      ];
    }),
  });
}

const noteLines = ({ entries }: ResultBook): readonly Block[] => {
  const lines = entries.flatMap(({ name, notes }) =>
    notes.map((note) => paragraph(`${name}: ${note}`)),
  );
  return lines.length === 0 ? [paragraph('Không có điều chỉnh nào được ghi nhận.')] : lines;
};

/** Draft minutes of the evaluation meeting; what the cycle does not know stays blank for the hand. Pure. */
export function minutesPaper(
  book: ResultBook,
  frame: PaperFrame,
  meeting: BookMeeting | null,
): OfficialPaper {
  return {
    letterhead: frame.letterhead,
    date: meeting?.heldOn ?? frame.date,
    isUndated: meeting === null && frame.isUndated,
    symbol: symbolOf('BB', frame),
    kindName: 'Biên bản',
    subject: `Họp đánh giá, xếp loại ${subjectsOf(book)} năm ${book.year}`,
    body: [
      heading('I. THỜI GIAN, THÀNH PHẦN'),
      ...attendance(meeting),
      heading('II. KẾT QUẢ TỔNG HỢP ĐƯA RA HỌP'),
      countsTable(book),
      heading('III. ĐIỀU CHỈNH'),
      ...noteLines(book),
      heading('IV. BỎ PHIẾU'),
      voteTable(book, meeting),
      heading('V. KẾT LUẬN'),
      paragraph(BLANK),
      paragraph('Biên bản được đọc lại và thông qua tại cuộc họp.'),
      ...basisOf(book),
    ],
    signature: { lines: ['Người chủ trì'], name: null },
    coSignature: { lines: ['Người ghi biên bản'], name: null },
    recipients: [],
  };
}
