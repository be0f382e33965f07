import { addDays, endOfDay, startOfDay, type Instant, type LocalDate } from '@thidua/kernel';
import { planEvents, planIdOf } from '@thidua/plan';
import { sha256 } from '@thidua/evidence';
import type { ApiClient, Headers } from '../../connection';
import { CommandFailure } from '../../failures/command-failure';
import type { LogEntry } from '../log/log-entry';
import { officeOfLog, peopleOfLog } from '../log/office-of-log';
import { yearOfTasks } from '../log/year-of-tasks';
import { housingUnits, isGenerated, officeFileWith } from '../office/more-officials';
import { clerks, directors, type Office } from '../office/office';
import { isPlanNumberOf, planDocument, planNumber, planRequests } from '../plans/plan-document';
import { markOf } from '../script/script-of-task';

/** How large the office and the year should at least be; null leaves them as they are. */
export interface Size {
  readonly year: number;
  readonly seed: number;
  readonly officialCount: number | null;
  readonly taskCount: number | null;
}

const firstDay = (year: number): LocalDate => `${year}-01-01` as LocalDate;

/** Headers of an act that the play performs outside the tasks. */
export const sentBy = (
  mark: string,
  act: { readonly actorId: string; readonly occurredAt: Instant; readonly key: string },
): Headers => ({
  'X-Actor-Id': act.actorId,
  'X-Occurred-At': act.occurredAt,
  'X-Correlation-Id': mark,
  'Idempotency-Key': `${mark}:${act.key}`,
});

/** Who keeps the directory and issues plans at the beginning of the year. @throws CommandFailure when there is nobody. */
function keeper(office: Omit<Office, 'leavers'>, year: number): string {
  const on = addDays(firstDay(year), 9);
  const whole: Office = { ...office, leavers: new Map() };
  const [found] = [...directors(whole, on), ...clerks(whole, on)];
  if (found !== undefined) return found;
  throw new CommandFailure(
    'NOBODY_TO_ACT',
    `Ngày ${on} chưa có ai ở Văn phòng hay lãnh đạo Sở trong danh bạ; hãy nạp cơ quan trước: office load <tệp>.`,
  );
}

/** Adds officials until there are as many as asked for. @returns how many were missing. */
export async function enlargeOffice(
  api: ApiClient,
  entries: readonly LogEntry[],
  { year, seed, officialCount }: Size,
): Promise<number> {
  const people = peopleOfLog(entries);
  const own = [...people].filter((personId) => !isGenerated(personId));
  const count = (officialCount ?? 0) - own.length;
  if (count <= people.size - own.length) return 0;
  const mark = markOf({ year, seed });
  const office = officeOfLog(entries, year, mark);
  const fromOn = firstDay(year);
  const act = {
    actorId: keeper(office, year),
    occurredAt: startOfDay(addDays(fromOn, 9)),
    key: `officials-${count}`,
  };
  await api.post('/v1/office', officeFileWith(office.units, { count, fromOn }), sentBy(mark, act));
  return count - (people.size - own.length);
}

interface IssuedPlans {
  readonly ids: ReadonlySet<string>;
  /** Of them, those generated for the same seed. */
  readonly generated: ReadonlySet<string>;
}

function issuedPlans(entries: readonly LogEntry[], { seed, year }: Size): IssuedPlans {
  const plans = entries
    .filter(({ type }) => type === 'PlanIssued')
    .map(({ data }) => planEvents.PlanIssued.data.parse(data))
    .filter((plan) => plan.year === year);
  const generated = plans.filter(({ number }) => isPlanNumberOf(number, seed));
  return {
    ids: new Set(plans.map(({ planId }) => planId)),
    generated: new Set(generated.map(({ planId }) => planId)),
  };
}

/** Imports and issues generated plans until the year has as many tasks as asked for. @returns how many plans were issued. */
export async function addPlans(
  api: ApiClient,
  entries: readonly LogEntry[],
  size: Size,
): Promise<number> {
  const { year, seed, taskCount } = size;
  const mark = markOf(size);
  const issued = issuedPlans(entries, size);
  const { played, leftAlone } = yearOfTasks(entries, year, mark);
  const own = [...played, ...leftAlone].filter(({ planId }) => !issued.generated.has(planId));
  const missing = (taskCount ?? 0) - own.length;
  if (missing <= 0) return 0;
  const office = officeOfLog(entries, year, mark);
  const actorId = keeper(office, year);
  const units = housingUnits(office.units);
  let issuedCount = 0;
  for (const request of planRequests(missing, { year, seed, units })) {
    const bytes = new TextEncoder().encode(planDocument(request));
    const planId = planIdOf(sha256(bytes));
    if (issued.ids.has(planId)) continue;
    const date = addDays(firstDay(year), 9 + (request.count % 20));
    const number = planNumber(request);
    await api.upload('/v1/plans', bytes, {
      fileName: `mo-phong-${request.count}.txt`,
      number,
      date,
    });
    const act = { actorId, occurredAt: endOfDay(date), key: `issue-${planId}` };
    await api.post(`/v1/plans/${planId}/issue`, {}, sentBy(mark, act));
    issuedCount += 1;
  }
  return issuedCount;
}
