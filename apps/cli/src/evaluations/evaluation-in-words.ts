import { STATUS_LABELS, type EvaluationStatus } from '@thidua/evaluation';
import type { z } from 'zod';
import { dayText, eventLabel, renderTable, timeText } from '../output';
import type { stepAnswer, WrittenCycle, WrittenWholeCycle } from './evaluation-answers';

const statusText = (status: string): string =>
  status in STATUS_LABELS ? STATUS_LABELS[status as EvaluationStatus] : status;

export function stepInWords({ stream, events }: z.infer<typeof stepAnswer>): string {
  const evaluationId = stream.replace('evaluation-', '');
  if (events.length === 0) return `${evaluationId}: không có gì thay đổi; không ghi thêm.`;
  return `${evaluationId}: đã ghi ${events.map(({ type }) => eventLabel(type)).join(', ')}.`;
}

export function cyclesInWords(cycles: readonly WrittenCycle[]): string {
  if (cycles.length === 0) return 'Chưa có kỳ đánh giá nào.';
  return renderTable(
    [
      { title: 'Mã kỳ' },
      { title: 'Năm', align: 'right' },
      { title: 'Trạng thái' },
      { title: 'Bộ tiêu chí' },
      { title: 'Hạn trả lời kiến nghị' },
    ],
    cycles.map(({ key, year, status, ruleSet, appealDueOn }) => [
      key,
      year,
      statusText(status),
      `${ruleSet.id}, bản ${ruleSet.version}`,
      appealDueOn === null ? '' : dayText(appealDueOn),
    ]),
  );
}

export function cycleInWords(cycle: WrittenWholeCycle): string {
  const { key, year, status, ruleSet, frozen, computed, published } = cycle;
  return [
    `Kỳ đánh giá ${key} (năm ${year}): ${statusText(status)}. Bộ tiêu chí ${ruleSet.id}, bản ${ruleSet.version}.`,
    ...(frozen === null
      ? []
      : [`Chốt số liệu đến ngày ${dayText(frozen.asOf)}, vị trí ${frozen.position} của nhật ký.`]),
    ...(computed === null ? [] : [`Mã băm bảng điểm: ${computed.sheetHash}`]),
    ...(published === null
      ? []
      : [`Công bố ngày ${dayText(published.publishedOn)} theo ${published.document.number}.`]),
    ...adjustmentsText(cycle),
    ...appealsText(cycle),
    ...afterwardsText(cycle),
    '',
    historyTable(cycle),
  ].join('\n');
}

const adjustmentsText = ({ adjustments }: WrittenWholeCycle): readonly string[] =>
  adjustments.map(
    ({ unitId, personId, line, points, reason, adjustedBy, agreedBy }) =>
      `Điều chỉnh ${personId ?? unitId}, dòng ${line}: ${points} điểm (${reason}); ${adjustedBy ?? 'không rõ'} điều chỉnh, ${agreedBy} đồng ý.`,
  );

const appealsText = ({ appeals }: WrittenWholeCycle): readonly string[] =>
  appeals.map(({ received: { appealId, subjectId, receivedOn, dueOn }, answered }) => {
    const heading = `Kiến nghị ${appealId} của ${subjectId}, nhận ngày ${dayText(receivedOn)}, hạn trả lời ${dayText(dueOn)}`;
    if (answered === null) return `${heading}: chưa trả lời.`;
    const outcome = answered.outcome === 'upheld' ? 'chấp nhận' : 'không chấp nhận';
    const late = answered.late ? ' (quá hạn)' : '';
    return `${heading}: ${outcome} ngày ${dayText(answered.answeredOn)}${late}.`;
  });

const rankText = (rank: number | null): string => (rank === null ? 'không hạng' : `hạng ${rank}`);

const afterwardsText = ({ newClasses, amendments }: WrittenWholeCycle): readonly string[] => [
  ...newClasses.map(
    ({ subjectId, was, becomes, decision }) =>
      `Xếp loại mới của ${subjectId}: ${was ?? 'chưa xếp loại'} → ${becomes}, theo ${decision.number}.`,
  ),
  ...amendments.map(({ recordedOn, position, reason, rankMoves }) => {
    const moves = rankMoves.map(
      ({ subjectId, from, to }) => `${subjectId}: ${rankText(from)} → ${rankText(to)}`,
    );
    const said = moves.length === 0 ? 'không đổi hạng' : moves.join('; ');
    return `Thay đổi sau chốt, ghi ngày ${dayText(recordedOn)} (đến vị trí ${position}): ${reason}; ${said}. Bảng đã công bố giữ nguyên.`;
  }),
];

const historyTable = ({ history }: WrittenWholeCycle): string =>
  renderTable(
    [{ title: 'Lúc' }, { title: 'Việc' }, { title: 'Người thực hiện' }, { title: 'Mã sự kiện' }],
    history.map(({ occurredAt, type, actorId, eventId }) => [
      timeText(occurredAt),
      eventLabel(type),
      actorId,
      eventId,
    ]),
  );
