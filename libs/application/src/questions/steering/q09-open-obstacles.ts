import { counted, section } from '../frame/findings';
import { isTaskAsked, isUnitAsked, type QuestionOfFacts } from '../frame/question';
import { TASK_COLUMNS } from '../frame/task-rows';
import { OBSTACLE_EVENTS, OBSTACLE_KINDS, obstaclesOf } from './obstacles';

export const openObstacles: QuestionOfFacts = {
  number: 9,
  name: 'open-obstacles',
  vi: 'Còn vướng mắc nào chưa gỡ: nêu khi nào, đề xuất gì, lãnh đạo chỉ đạo gì và sau mấy ngày?',
  en: 'Which obstacles still stand: raised when, with what proposal, what direction, and after how many days?',
  takes: ['plan', 'unit', 'task'],
  reads: OBSTACLE_EVENTS,
  answer: ({ files, request }) => {
    const raised = files
      .filter(({ outcome }) => isTaskAsked(request, outcome.no))
      .flatMap(obstaclesOf)
      .filter(({ unitId }) => isUnitAsked(request, unitId));
    // What a finished task once met no longer stands in anybody's way.
    const ended = new Set(
      files
        .filter(({ outcome }) => outcome.isDone || outcome.leftAs !== null)
        .map(({ outcome }) => outcome.taskId),
    );
    const open = raised.filter(
      ({ taskId, resolvedOn }) => resolvedOn === null && !ended.has(taskId),
    );
    return {
      figures: [
        counted('raised', { vi: 'Đã nêu', en: 'Raised' }, raised),
        counted('open', { vi: 'Còn tồn', en: 'Still open' }, open),
        counted(
          'undirected',
          { vi: 'Còn tồn, chưa có chỉ đạo', en: 'Open without a direction' },
          open.filter(({ directedOn }) => directedOn === null),
        ),
      ],
      sections: [
        section(
          'obstacles',
          { vi: 'Vướng mắc còn tồn', en: 'Open obstacles' },
          [
            ...TASK_COLUMNS,
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'raisedOn', kind: 'day', vi: 'Nêu ngày', en: 'Raised on' },
            { field: 'kind', kind: 'text', vi: 'Loại', en: 'Kind', values: OBSTACLE_KINDS },
            { field: 'text', kind: 'text', vi: 'Vướng mắc', en: 'Obstacle' },
            { field: 'proposals', kind: 'text', vi: 'Đề xuất', en: 'Proposals' },
            { field: 'directions', kind: 'text', vi: 'Chỉ đạo', en: 'Directions' },
            { field: 'daysToDirection', kind: 'number', vi: 'Sau (ngày)', en: 'After (days)' },
          ],
          open,
        ),
      ],
    };
  },
};
