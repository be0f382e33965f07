import { z } from 'zod';
import { ask, readAnswer, type ApiClient } from '../connection';
import { CommandFailure } from '../failures/command-failure';
import { planListAnswer } from './plan-answers';

export interface IssueOptions {
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
  readonly workflow?: string;
}

/** Issues the named plan, or the one draft there is. */
export async function issuePlan(
  api: ApiClient,
  planId: string | undefined,
  { number, date, signer, workflow }: IssueOptions,
): Promise<unknown> {
  const plan = planId ?? (await onlyDraft(api));
  return api.post(`/v1/plans/${encodeURIComponent(plan)}/issue`, {
    number,
    date,
    signerId: signer,
    workflow,
  });
}

/** @throws CommandFailure when there is no draft, or more than one to choose from. */
async function onlyDraft(api: ApiClient): Promise<string> {
  const { plans } = readAnswer(planListAnswer, await ask(api, '/v1/plans'));
  const drafts = plans.filter(({ status }) => status === 'draft');
  const [first, ...others] = drafts;
  if (first === undefined) {
    throw new CommandFailure('NO_DRAFT_PLAN', 'Không có kế hoạch nào đang chờ ban hành.');
  }
  if (others.length === 0) return first.key;
  const lines = drafts.map(({ key, year, title }) => `  ${key}: ${title} (${year})`);
  throw new CommandFailure(
    'SEVERAL_DRAFT_PLANS',
    ['Có nhiều dự thảo, hãy ghi rõ mã kế hoạch:', ...lines].join('\n'),
  );
}

const issuedAnswer = z.object({
  planId: z.string(),
  assigned: z.array(z.object({ taskId: z.string(), no: z.string() })),
  allAssigned: z.boolean(),
});

export function issueInWords(answer: unknown): string {
  const { planId, assigned, allAssigned } = readAnswer(issuedAnswer, answer);
  const rest = allAssigned ? '' : ' Việc giao đang tiếp tục ở máy chủ.';
  return `Đã ban hành kế hoạch ${planId}: giao ${assigned.length} nhiệm vụ.${rest}`;
}
