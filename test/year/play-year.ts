import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { answer, OFFICE_HEAD, PLAN } from '../processes/office-over-http';
import { until } from '../processes/run-process';
import type { Act } from './act';
import type { OfficeOfYear } from './office-of-year';
import type { AssignedTask } from './reminders-by-hand';
import { OFFICE } from './people';
import { ACTS_OF_CRITERIA } from './script-of-criteria';
import { ACTS_OF_SAMPLE, TYPED_IN_LATE } from './script-of-sample';
import { ACTS_OF_SEED } from './script-of-seed';
import { daysBetween } from './working-days-by-hand';

const SEED = resolve(__dirname, '../../../shared/seeds/000_92bbb0a64c55724c.txt');
/** The plan of the next year: the same work, with the division that took over in the place of the merged one. */
const NEXT_PLAN = Buffer.from(
  PLAN.toString('utf8')
    .replace(/2026/g, '2027')
    .replace(/2025/g, '2026')
    .replace(/Phòng Kỹ thuật an toàn\s+–\s+Môi trường/g, 'Phòng Quản lý công nghiệp'),
);
/** A real plan of September; where it is absent, the year is played without it. */
export const hasSeed = existsSync(SEED);

export const YEAR = { first: '2025-01-11', last: '2026-01-16' } as const;
const ADDED_FLOW_ON = '2025-07-07';
export const MIGRATED_ON = '2025-07-08';
const QUEUE_WIPED_ON = '2025-08-15';
const SEED_ON = '2025-09-18';
const NEXT_PLAN_ON = '2025-12-29';
const FROZEN_ON = '2026-01-13';

export const DAYS = daysBetween(YEAR.first, YEAR.last);
export const ACTS: readonly Act[] = [
  ...ACTS_OF_SAMPLE,
  ...ACTS_OF_CRITERIA,
  ...TYPED_IN_LATE,
  ...(hasSeed ? ACTS_OF_SEED : []),
];

interface Look {
  readonly isWorkingDay: boolean;
  readonly told: readonly {
    readonly taskId: string;
    readonly does: string;
    readonly name: string;
    readonly forOn: string;
    readonly personIds: readonly string[];
  }[];
  readonly briefings: readonly { readonly act: string; readonly month: string }[];
  readonly deputies: readonly {
    readonly personId: string;
    readonly deputyId: string;
    readonly untilOn: string;
  }[];
  readonly unheld: readonly object[];
  readonly failed: readonly object[];
}

interface Task {
  readonly key: string;
  readonly no: string;
  readonly state: string;
  readonly assignedOn: string;
  readonly dueOn: string | null;
  readonly phase: string;
  readonly leads: readonly { readonly unitId: string }[];
  readonly workflowVersion: number;
}

/** What the year left behind, beside the log. */
export interface PlayedYear {
  readonly assigned: readonly AssignedTask[];
  /** Day of the look, task, step, persons. */
  readonly told: readonly string[];
  readonly periods: readonly string[];
  readonly briefings: readonly string[];
  /** Day of the look, principal, deputy, last day of the deputy. */
  readonly deputies: readonly string[];
  readonly daysOff: readonly string[];
  readonly migration: {
    readonly dry: unknown;
    readonly real: unknown;
    readonly movedIds: readonly string[];
  };
  readonly plans: Plans;
  /** What people did and were not let do; nothing in this year. */
  readonly refused: readonly string[];
}

/** Ids of the plans: the year's own, that of September, and that of the next year. */
type Plans = Readonly<Record<'sample' | 'seed' | 'next', string>>;

/** The act with the ids of the plans in it; the numbers 2.x are those of the plan of September. */
function addressed(act: Act, plans: Plans): Act {
  const filled = (text: string): string =>
    text.replace(/\{(sample|seed|next)\}/g, (_all, name: keyof Plans) => plans[name]);
  const path = act.path
    .replace(/^tasks\/(?=3)/, 'tasks/{sample}.')
    .replace(/^tasks\/(?=2)/, 'tasks/{seed}.');
  return {
    ...act,
    path: filled(path),
    body: JSON.parse(filled(JSON.stringify(act.body))) as object,
  };
}

const minute = (index: number): string => String(index % 60).padStart(2, '0');
const at = (day: string, index: number): string =>
  `${day}T${String(9 + Math.floor(index / 60)).padStart(2, '0')}:${minute(index)}:00+07:00`;

export const tasksOf = async (url: string): Promise<readonly Task[]> =>
  (await answer<{ tasks: readonly Task[] }>(`${url}/v1/tasks?limit=1000`)).tasks;

const send = <T>(
  url: string,
  { on, happenedOn = on, who, path, body, onBehalfOf }: Act,
  index: number,
): Promise<T> =>
  answer<T>(`${url}/v1/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'x-actor-id': who,
      'x-occurred-at': at(happenedOn, index),
      'idempotency-key': `year ${on} ${index}`,
      ...(onBehalfOf === undefined ? {} : { 'x-on-behalf-of': onBehalfOf }),
    },
  });

const upload = <T>(url: string, path: string, body: Buffer | string, on: string): Promise<T> =>
  answer<T>(`${url}/v1/${path}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: {
      'content-type': 'text/plain',
      'x-actor-id': OFFICE_HEAD,
      'x-occurred-at': at(on, 0),
      'idempotency-key': `year ${on} upload`,
    },
  });

async function beginPlan(url: string, bytes: Buffer, number: string, date: string) {
  const query = `fileName=ke-hoach.txt&number=${encodeURIComponent(number)}&date=${date}`;
  const { planId, taskCount } = await upload<{ planId: string; taskCount: number }>(
    url,
    `plans?${query}`,
    bytes,
    date,
  );
  const issue = { on: date, who: OFFICE, path: `plans/${planId}/issue`, body: {} };
  await send(url, issue, 1);
  // On a server the tasks are assigned by another process.
  await until(
    async () => (await tasksOf(url)).filter(({ key }) => key.startsWith(`${planId}.`)).length,
    (count) => count === taskCount,
  );
  return planId;
}

/** The office adds a reminder to its flow and moves the running tasks to it. */
async function addStep(url: string): Promise<void> {
  const text = readFileSync(resolve(__dirname, '../../examples/workflows/default.yaml'), 'utf8');
  const step = `timers:
  - name: dueInTenDays
    on: { deadline: task }
    before: { workingDays: 10 }
    does: remind
    to: [assignee, leadHead]
    label: { vi: Còn 10 ngày làm việc đến hạn, en: Due in 10 working days }`;
  const next = text.replace('version: 2', 'version: 3').replace(/^timers:/m, step);
  await upload(url, 'workflows', next, ADDED_FLOW_ON);
}

async function migrate(url: string): Promise<PlayedYear['migration']> {
  const flows = { from: 'default@2', to: 'default@3' };
  const dry = await answer<{ tasks: readonly object[] }>(`${url}/v1/workflows/migrate/preview`, {
    method: 'POST',
    body: JSON.stringify(flows),
    headers: { 'content-type': 'application/json' },
  });
  const real = await send<{ tasks: readonly object[]; moved: readonly { taskId: string }[] }>(
    url,
    {
      on: MIGRATED_ON,
      who: OFFICE,
      path: 'workflows/migrate',
      body: { ...flows, reason: 'Nhắc sớm hơn' },
    },
    0,
  );
  return { dry: dry.tasks, real: real.tasks, movedIds: real.moved.map(({ taskId }) => taskId) };
}

/** Plays the year day by day: first the look of the morning, then what people do. */
export async function playYear(office: OfficeOfYear): Promise<PlayedYear> {
  const assigned: AssignedTask[] = [];
  const [told, periods, briefings, daysOff]: string[][] = [[], [], [], []];
  const deputies: string[] = [];
  const plans = { sample: '', seed: '', next: '' };
  const refused: string[] = [];
  let migration: PlayedYear['migration'] = { dry: null, real: null, movedIds: [] };
  const numbers = new Map<string, string>();

  const noteAssigned = async (): Promise<void> => {
    for (const task of await tasksOf(office.url())) {
      if (numbers.has(task.key)) continue;
      const no =
        task.key.startsWith(`${plans.next}.`) && plans.next !== '' ? `2026:${task.no}` : task.no;
      numbers.set(task.key, no);
      const unitIds = task.leads.map(({ unitId }) => unitId);
      const { assignedOn, dueOn, phase } = task;
      assigned.push({ no, unitIds, assignedOn, dueOn, isWaiting: phase === 'waiting' });
    }
  };
  const look = async (on: string): Promise<Look> =>
    answer<Look>(`${office.url()}/v1/timers/look`, {
      method: 'POST',
      body: JSON.stringify({ on }),
      headers: { 'content-type': 'application/json' },
    });
  const morning = async (on: string): Promise<void> => {
    const seen = await look(on);
    expect({ on, unheld: seen.unheld, failed: seen.failed }).toEqual({
      on,
      unheld: [],
      failed: [],
    });
    if (!seen.isWorkingDay) daysOff?.push(on);
    for (const { taskId, does, name, forOn, personIds } of seen.told) {
      const no = numbers.get(taskId) ?? taskId;
      if (does === 'openPeriod') periods?.push(`${on} ${no} ${name}`);
      else if (forOn === on) told?.push(`${on} ${no} ${name} ${[...personIds].sort().join()}`);
      else told?.push(`${on} ${no} ${name} for ${forOn}`);
    }
    deputies.push(
      ...seen.deputies.map(
        ({ personId, deputyId, untilOn }) => `${on} ${personId} ${deputyId} ${untilOn}`,
      ),
    );
    briefings?.push(...seen.briefings.map(({ act, month }) => `${on} ${act} ${month}`));
  };

  plans.sample = await beginPlan(office.url(), PLAN, '05/KH-SCT', '2025-01-10');
  await noteAssigned();
  const people = async (on: string): Promise<void> => {
    for (const [index, act] of ACTS.filter((each) => each.on === on).entries()) {
      await send(office.url(), addressed(act, plans), index).catch((error: unknown) => {
        refused.push(`${on} ${act.path} ${String(error)}`);
      });
    }
  };
  const lookTwice = async (on: string): Promise<void> => {
    const again = await look(on);
    const { told: anew, briefings: closed, deputies: ended } = again;
    expect({ on, anew, closed, ended }).toEqual({
      ...{ on, anew: [], closed: [], ended: [] },
    });
  };
  const special: Readonly<Record<string, () => Promise<void>>> = {
    [ADDED_FLOW_ON]: () => addStep(office.url()),
    [MIGRATED_ON]: async () => {
      migration = await migrate(office.url());
    },
    [QUEUE_WIPED_ON]: () => office.wipeQueue(),
    [SEED_ON]: async () => {
      if (!hasSeed) return;
      plans.seed = await beginPlan(office.url(), readFileSync(SEED), '1024/QĐ-SCT', SEED_ON);
      await noteAssigned();
    },
    [NEXT_PLAN_ON]: async () => {
      plans.next = await beginPlan(office.url(), NEXT_PLAN, '120/KH-SCT', NEXT_PLAN_ON);
      await noteAssigned();
    },
    [FROZEN_ON]: () => {
      const path = 'scores/2025/freeze?asOf=2025-12-31';
      return send(office.url(), { on: FROZEN_ON, who: OFFICE, path, body: {} }, 300);
    },
  };
  for (const on of DAYS) {
    await morning(on);
    if (on.endsWith('5')) await lookTwice(on);
    await people(on);
    await special[on]?.();
  }
  return {
    ...{ assigned, plans, migration, refused, deputies },
    ...{
      told: told ?? [],
      periods: periods ?? [],
      briefings: briefings ?? [],
      daysOff: daysOff ?? [],
    },
  };
}
