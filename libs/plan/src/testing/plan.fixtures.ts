import { localDate, type ActorFacts, type HeldPost } from '@thidua/kernel';
import { planCommands, type PlanCommand } from '../plan.commands';
import type { PlanContext, TaskResolution } from '../plan-context';
import type { DraftTarget, DraftTask, PlanEvent } from '../plan.events';
import { planIdOf } from '../plan-ids';

type DataOf<Type extends PlanEvent['type']> = Extract<PlanEvent, { type: Type }>['data'];

export const FILE_SHA256 = 'ab12'.repeat(16);
export const PLAN_ID = planIdOf(FILE_SHA256);
export const FLOW = { id: 'default', version: 1 };

const personWith = (id: string, post: HeldPost): ActorFacts => ({
  actor: { kind: 'person', id, unitId: post.unitId, role: post.post, onBehalfOf: null },
  posts: [post],
});
export const officeClerk = personWith('clerk', {
  unitId: 'vp',
  unitKind: 'office',
  post: 'staff',
});
export const divisionHead = personWith('head', {
  unitId: 'qlcn',
  unitKind: 'division',
  post: 'head',
});
export const deputyDirector = personWith('deputy', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'deputy',
});
export const integratedService: ActorFacts = {
  actor: { kind: 'service', id: 'documents', unitId: null, role: null, onBehalfOf: null },
  posts: [],
};

export const draft = (no: string, task: Partial<DraftTask> = {}): DraftTask => ({
  no,
  section: null,
  title: `Nhiệm vụ ${no}`,
  lead: ['Văn phòng Sở'],
  focal: [],
  coordinating: [],
  product: [],
  timeText: null,
  kind: 'one-off',
  due: null,
  notBefore: null,
  recurrence: null,
  conditional: null,
  refs: [],
  origin: {},
  ...task,
});

export const target = (name: string): DraftTarget => ({
  name,
  comparator: '>=',
  comparatorText: 'đạt',
  value: '108.5',
  unit: '%',
  growthPct: null,
  baseYear: null,
  year: 2025,
  parent: null,
  text: name,
  origin: {},
});

export const importData = (data: Partial<DataOf<'PlanImported'>> = {}) => ({
  planId: PLAN_ID,
  title: 'Kế hoạch mẫu',
  year: 2025,
  number: null,
  date: null,
  fileSha256: FILE_SHA256,
  fileName: 'ke-hoach.txt',
  tasks: [draft('1'), draft('2')],
  targets: [target('Chỉ số sản xuất')],
  warnings: [],
  sourceDocuments: ['80/QĐ-UBND'],
  ...data,
});

export const planImported = (data: Partial<DataOf<'PlanImported'>> = {}): PlanEvent => ({
  type: 'PlanImported',
  data: importData(data),
});

export const resolution = (found: Partial<TaskResolution> = {}): TaskResolution => ({
  leads: [{ unitId: 'vp', role: 'lead' }],
  coordinatingUnitIds: [],
  openPartners: [],
  problems: [],
  ...found,
});

export const planIssued = (data: Partial<DataOf<'PlanIssued'>> = {}): PlanEvent => ({
  type: 'PlanIssued',
  data: {
    planId: PLAN_ID,
    number: '15/KH-SCT',
    date: localDate('2025-01-20'),
    year: 2025,
    signerId: null,
    workflow: FLOW,
    assignments: ['1', '2'].map((no) => ({
      taskId: `${PLAN_ID}.${no}`,
      no,
      leads: [{ unitId: 'vp', role: 'lead' as const }],
      coordinatingUnitIds: [],
      openPartners: [],
    })),
    ...data,
  },
});

export const issuePlan = (data: Record<string, unknown> = {}): PlanCommand => ({
  type: 'IssuePlan',
  data: planCommands.IssuePlan.data.parse({
    number: '15/KH-SCT',
    date: '2025-01-20',
    workflow: FLOW,
    ...data,
  }),
});

export const planContext: PlanContext = {
  actor: officeClerk,
  on: localDate('2025-01-20'),
  resolutions: { '1': resolution(), '2': resolution() },
};
