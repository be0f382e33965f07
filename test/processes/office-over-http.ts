import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openApplication, type OpenApplicationOptions } from '@thidua/application';
import { instant } from '@thidua/kernel';

const examples = resolve(__dirname, '../../examples');
export const OFFICE = readFileSync(join(examples, 'office/sample-office.json'));
export const PLAN = readFileSync(join(examples, 'plans/ke-hoach-mau-2025.txt'));

/** The head of the Office in the sample, who keeps the directory and issues plans. */
export const OFFICE_HEAD = 'cb-004';

export async function answer<T>(url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

export const post = <T>(url: string, body: Buffer | string, type: string): Promise<T> =>
  answer(url, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'content-type': type, 'x-actor-id': OFFICE_HEAD },
  });

/** Sends the sample plan under a number of its own. */
export const importPlan = (
  url: string,
  number = '05/KH-SCT',
): Promise<{ readonly planId: string; readonly taskCount: number }> =>
  post(
    `${url}/v1/plans?fileName=ke-hoach-mau-2025.txt&number=${encodeURIComponent(number)}&date=2025-01-10`,
    PLAN,
    'text/plain',
  );

/** Enters the sample office into the database of a server. */
export const enterOffice = (databaseUrl: string): Promise<void> =>
  enterOfficeInto({ databaseUrl, dataDir: '' });

/** Nobody keeps the directory of an empty log, so the first office is entered by the system itself. */
export async function enterOfficeInto(
  place: Pick<OpenApplicationOptions, 'databaseUrl' | 'dataDir'>,
): Promise<void> {
  const application = await openApplication({
    ...place,
    runBackground: false,
    sampleFolder: null,
    tell: () => undefined,
  });
  const id = randomUUID();
  await application.commands.loadOffice(
    { office: JSON.parse(OFFICE.toString('utf8')) as unknown },
    {
      commandId: id,
      correlationId: id,
      causationId: id,
      actor: { kind: 'system' },
      occurredAt: instant('2025-01-02T08:00:00+07:00'),
      expectedRevision: null,
    },
  );
  await application.close();
}
