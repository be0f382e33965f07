import type { PersonId } from '@thidua/kernel';
import type { Notice, NoticeKind } from './notice';

/** A notice as people read it; Vietnamese. */
export interface NoticeWords {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The task as notices name it. */
export interface NamedTask {
  readonly no: string;
  readonly title: string;
}

const TITLES: Readonly<Record<NoticeKind, string>> = {
  assigned: 'Đơn vị được giao nhiệm vụ',
  personAssigned: 'Được phân công thực hiện nhiệm vụ',
  handedOver: 'Nhận bàn giao nhiệm vụ',
  reminder: 'Nhắc hạn nhiệm vụ',
  escalation: 'Nhiệm vụ quá hạn cần chỉ đạo',
  urged: 'Văn phòng đôn đốc nhiệm vụ',
  periodOpened: 'Mở kỳ báo cáo của nhiệm vụ',
  returned: 'Kết quả nhiệm vụ bị trả lại',
  direction: 'Ý kiến chỉ đạo về nhiệm vụ',
  extensionGranted: 'Nhiệm vụ được gia hạn',
  extensionRefused: 'Không đồng ý gia hạn nhiệm vụ',
  coordinationAsked: 'Đề nghị phối hợp thực hiện nhiệm vụ',
  coordinationAnswered: 'Trả lời phối hợp về nhiệm vụ',
  briefingClosed: 'Chốt báo cáo giao ban, đơn vị còn thiếu báo cáo',
  deputyExpired: 'Hết thời hạn ủy quyền',
};

const FACTS: Readonly<Record<string, string>> = {
  dueOn: 'Hạn hoàn thành',
  countedFrom: 'Tính từ ngày',
  forOn: 'Ngày đến lượt nhắc',
  overdueWorkingDays: 'Số ngày làm việc quá hạn',
  period: 'Kỳ báo cáo',
  reportDueOn: 'Hạn báo cáo',
  month: 'Tháng',
  cutOffOn: 'Ngày chốt',
  what: 'Nội dung',
  text: 'Nội dung',
  answer: 'Trả lời',
  answerDueOn: 'Trả lời trước hoặc trong ngày',
  actBy: 'Thực hiện trước hoặc trong ngày',
  from: 'Hạn cũ',
  to: 'Hạn mới',
  reason: 'Lý do',
  principalId: 'Người ủy quyền',
  deputyId: 'Người được ủy quyền',
  untilOn: 'Ngày cuối được ủy quyền',
};

/** Facts that are the id of a person, whose name is read where the notice is read. */
const PEOPLE: ReadonlySet<string> = new Set(['principalId', 'deputyId']);

/** The ids of the people a notice speaks of. */
export const peopleIn = ({ facts }: Pick<Notice, 'facts'>): readonly PersonId[] =>
  Object.entries(facts).flatMap(([fact, value]) =>
    PEOPLE.has(fact) && typeof value === 'string' ? [value] : [],
  );

/** `2025-10-03` as `03/10/2025`, `2025-10` as `10/2025`; any other text as it is. */
const written = (value: string | number): string =>
  /^\d{4}-\d{2}(-\d{2})?$/.test(String(value))
    ? String(value).split('-').toReversed().join('/')
    : String(value);

/** What the words of a notice need beside it. */
export interface NoticeGround {
  /** Null when it is not known, or the notice is about none. */
  readonly task: NamedTask | null;
  /** What the flow calls the timer; null where the flow has none of that name any more. */
  readonly timerLabel: string | null;
  /** Names of the people it speaks of, by id; whoever has none, or no longer has one, is called by the id. */
  readonly names: ReadonlyMap<PersonId, string>;
}

/** The words of a notice. A fact without a Vietnamese name stays unsaid, and so does the task when it is not known. */
export function noticeInWords(
  { kind, facts }: Pick<Notice, 'kind' | 'facts'>,
  { task, timerLabel, names }: NoticeGround,
): NoticeWords {
  const named = task === null ? TITLES[kind] : `${TITLES[kind]} ${task.no}`;
  const nameOf = (id: string | number): string => names.get(String(id)) ?? String(id);
  const told = Object.entries(facts).flatMap(([name, value]) => {
    const label = FACTS[name];
    if (label === undefined || value === null) return [];
    return [`${label}: ${PEOPLE.has(name) ? nameOf(value) : written(value)}`];
  });
  return {
    title: timerLabel === null ? named : `${named}: ${timerLabel.toLowerCase()}`,
    lines: [...(task === null ? [] : [`Nhiệm vụ ${task.no}: ${task.title}`]), ...told],
  };
}
