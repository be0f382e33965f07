import { definitionBook, definitions, twoLevelFlowV2 } from '@thidua/workflow';
import { stateMapOf } from './migrate';
import {
  migrationInWords,
  publishedInWords,
  validInWords,
  workflowInWords,
  workflowListInWords,
} from './workflow-in-words';

const book = definitionBook(definitions, new Map());
const summaries = book.all.map(({ definition, origin, isRetired }) => ({
  id: definition.id,
  version: definition.version,
  label: definition.label,
  origin,
  isRetired: isRetired || definition.version === 1,
  isNewest: definition.version === 2,
  stateCount: definition.states.length,
  transitionCount: definition.transitions.length,
  timerCount: definition.timers.length,
}));

const standing = (workflow: string, vi: string) => ({
  workflow,
  state: 'inProgress',
  stateLabel: { vi, en: '' },
  dueOn: '2025-12-31',
});
const moving = {
  taskId: '3f2a9c01b7de.2.3.a',
  no: '2.3.a',
  title: 'Việc',
  outcome: 'moves',
  before: standing('default@1', 'Đang thực hiện'),
  after: standing('default@2', 'Đang thực hiện'),
  timersRemoved: [],
  timersAdded: [
    {
      name: 'dueToday',
      days: 0,
      counted: 'calendarDays',
      label: { vi: 'Hôm nay đến hạn', en: '' },
    },
  ],
};
const ended = { ...moving, taskId: 'x', outcome: 'ended', after: null, timersAdded: [] };
const preview = { from: 'default@1', to: 'default@2', tasks: [moving, ended] };

describe('workflows in words', () => {
  it('lists each version with what it is for', () => {
    const told = workflowListInWords({ workflows: summaries });
    expect(told).toContain('two-level@2');
    expect(told).toContain('đã ngừng');
    expect(told).toMatch(/default@2.*có sẵn.*có /);
  });

  it('shows states, steps with their people, and timers', () => {
    const summary = summaries.find(({ id, version }) => id === 'two-level' && version === 2);
    const told = workflowInWords({ summary, definition: twoLevelFlowV2 });
    expect(told).toContain('Lãnh đạo đơn vị phê duyệt');
    expect(told).toContain('lãnh đạo đơn vị chủ trì');
    expect(told).toContain('Quá hạn 15 ngày làm việc, báo Giám đốc');
  });

  it('says under which number a valid file can be published', () => {
    const { id, label } = twoLevelFlowV2;
    const answer = (version: number) =>
      validInWords({
        valid: true,
        problems: [],
        definition: { id, version, label },
        nextVersion: 3,
      });
    expect(answer(3)).toContain('Có thể ban hành ngay');
    expect(answer(1)).toContain('version phải là 3');
  });

  it('tells a publication from a repetition', () => {
    const answer = { id: 'a', version: 1, repeated: false };
    expect(publishedInWords({ ...answer, events: [{ type: 'WorkflowPublished' }] })).toContain(
      'Đã ban hành a@1',
    );
    expect(publishedInWords({ ...answer, events: [] })).toContain('không ghi thêm');
  });

  it('lists what a migration does with each task, before and after it is done', () => {
    const dry = migrationInWords(preview);
    expect(dry).toContain('+ Hôm nay đến hạn');
    expect(dry).toContain('giữ nguyên');
    expect(dry).toContain('sẽ chuyển 1/2 nhiệm vụ từ default@1 sang default@2; chưa ghi gì');
    const real = migrationInWords({ ...preview, moved: [{ taskId: moving.taskId }] });
    expect(real).toContain('Đã chuyển 1/2 nhiệm vụ');
    expect(migrationInWords({ ...preview, tasks: [] })).toBe(
      'Không có nhiệm vụ nào theo default@1.',
    );
  });
});

describe('the states of --map', () => {
  it('are read as pairs', () => {
    expect(stateMapOf(['a=b', 'c=d'])).toEqual({ a: 'b', c: 'd' });
  });

  it.each([
    ['no pair', ['a'], 'trạng-thái-cũ=trạng-thái-mới'],
    ['half a pair', ['a='], 'trạng-thái-cũ=trạng-thái-mới'],
    ['a state mapped twice', ['a=b', 'a=c'], 'ghép trạng thái a hai lần'],
  ])('are refused: %s', (_, pairs, word) => {
    expect(() => stateMapOf(pairs)).toThrow(word);
  });
});
