import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOfDay, localDate, type Instant } from '@thidua/kernel';
import type { CommandUseCases } from '../application';
import type { Call } from '../calls/call';
import { derivedId } from '../calls/derived-call';

const OFFICE_FILE = 'office/sample-office.json';
const PLAN_FILE = 'plans/ke-hoach-mau-2025.txt';
const PLAN_NUMBER = '05/KH-SCT';
const PLAN_DATE = '2025-01-10';

/** Fills an empty log with a fictional office and its plan, so that there is something to look at. */
export async function loadSample(
  commands: CommandUseCases,
  folder: string,
  now: Instant,
  tell: (message: string) => void,
): Promise<void> {
  tell('Lần đầu khởi động: đang nạp cơ quan và kế hoạch mẫu…');
  const office: unknown = JSON.parse(await readFile(join(folder, OFFICE_FILE), 'utf8'));
  const { unitCount, officialCount } = await commands.loadOffice(
    { office },
    callFor('office', now),
  );
  const bytes = await readFile(join(folder, PLAN_FILE));
  const signed = startOfDay(localDate(PLAN_DATE));
  const { planId, title } = await commands.importPlan(
    { bytes, fileName: PLAN_FILE, number: PLAN_NUMBER, date: PLAN_DATE, year: null },
    callFor('import', signed),
  );
  const { assigned } = await commands.issuePlan(
    { plan: planId, number: null, date: null, signerId: null },
    callFor('issue', signed),
  );
  tell(
    `Đã nạp dữ liệu mẫu: ${unitCount} đơn vị, ${officialCount} người, "${title}" với ${assigned.length} nhiệm vụ. ` +
      'Đặt SAMPLE=off với thư mục dữ liệu mới nếu không muốn có.',
  );
}

/** Ids are derived from what is loaded, so an interrupted first start goes on where it stopped. */
const callFor = (part: string, occurredAt: Instant): Call => {
  const commandId = derivedId('sample', part);
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { kind: 'system' },
    occurredAt,
    expectedRevision: null,
  };
};
