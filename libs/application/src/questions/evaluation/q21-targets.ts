import {
  auditTrail,
  readEntries,
  targets as targetModel,
  targetsAsOf,
  type TargetAsOf,
} from '@thidua/projections';
import { answerFromAll } from '../../calls/answer';
import { refuseBeyond } from '../../scores/compute-sheet';
import { counted, section, type Findings } from '../frame/findings';
import type { QuestionOfItsOwn } from '../frame/question';
import { citation } from '../frame/task-rows';
import { pick, toldOf, type Told } from '../frame/told';

/** A target with the report it rests on; where nothing was reported, the import that set it is what stands behind it. */
function rowOf(target: TargetAsOf, told: readonly Told[]) {
  const { planId, name, reported } = target;
  const set = pick(told, 'PlanImported').find(({ data }) => data.planId === planId);
  return {
    planId,
    name,
    parent: target.parent,
    wanted: `${target.comparatorText} ${target.value} ${target.unit}`.trim(),
    reached: reported?.value ?? null,
    growthWanted: target.growthPct,
    growthReached: reported?.growthPct ?? null,
    outcome: target.outcome,
    source: reported === null ? null : citation(reported.source),
    valueOn: reported?.asOf ?? null,
    eventIds: [
      ...(set === undefined ? [] : [set.eventId]),
      ...(reported === null ? [] : [reported.eventId]),
    ],
  };
}

/** Pure: the answer from targets and the plans that set them. */
export function targetFindings(targets: readonly TargetAsOf[], told: readonly Told[]): Findings {
  const rows = targets.map((target) => rowOf(target, told));
  const of = (outcome: TargetAsOf['outcome']) => rows.filter((row) => row.outcome === outcome);
  return {
    figures: [
      counted('targets', { vi: 'Chỉ tiêu', en: 'Targets' }, rows),
      counted('exceeded', { vi: 'Vượt', en: 'Exceeded' }, of('exceeded')),
      counted('met', { vi: 'Đạt', en: 'Met' }, of('met')),
      counted('notMet', { vi: 'Không đạt', en: 'Not met' }, of('notMet')),
      counted('noData', { vi: 'Chưa có số liệu', en: 'No data' }, of('noData')),
    ],
    sections: [
      section(
        'targets',
        { vi: 'Từng chỉ tiêu', en: 'Target by target' },
        [
          { field: 'name', kind: 'text', vi: 'Chỉ tiêu', en: 'Target' },
          { field: 'wanted', kind: 'text', vi: 'Mức giao', en: 'Wanted' },
          { field: 'reached', kind: 'text', vi: 'Đạt được', en: 'Reached' },
          {
            field: 'outcome',
            kind: 'text',
            vi: 'Kết quả',
            en: 'Outcome',
            values: {
              exceeded: 'vượt',
              met: 'đạt',
              notMet: 'không đạt',
              noData: 'chưa có số liệu',
            },
          },
          { field: 'valueOn', kind: 'day', vi: 'Số liệu ngày', en: 'Value of' },
          { field: 'source', kind: 'text', vi: 'Theo văn bản', en: 'Source' },
        ],
        rows,
      ),
    ],
  };
}

export const targetResults: QuestionOfItsOwn = {
  number: 21,
  name: 'targets',
  vi: 'Các chỉ tiêu đạt mức nào, vượt hay không, theo văn bản nào và số liệu của ngày nào?',
  en: 'Which level did each target reach, was it exceeded, by which document and as of which day?',
  takes: ['plan'],
  from: 'targets, audit_trail (PlanImported)',
  ask: (parts, { asOf, year, planId, knownAtPosition, after }) =>
    answerFromAll(
      parts,
      [targetModel, auditTrail],
      knownAtPosition?.toString() ?? after,
      async (reader, reached) => {
        const known = knownAtPosition ?? reached;
        refuseBeyond(known, reached);
        const filter = planId === null ? { year } : { planId };
        const targets = await targetsAsOf(reader, { on: asOf, known }, filter);
        const entries = await readEntries(reader, { types: ['PlanImported'], upTo: known });
        return targetFindings(targets, entries.map(toldOf));
      },
    ),
};
