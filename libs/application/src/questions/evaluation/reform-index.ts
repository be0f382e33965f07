import type { CriteriaSheetRow, CriterionRecord } from '@thidua/projections';
import { reformTemplateV1, scoreEntry, type ReformSheetRules } from '@thidua/scoring';

type Items = Parameters<typeof scoreEntry>[0]['items'];

/** The rules a sheet was opened under, as far as its index depends on them. */
function rulesOf({ criteria, notArisen, evidenceRequired }: CriteriaSheetRow): ReformSheetRules {
  const { parameters } = reformTemplateV1;
  const { validFrom } = reformTemplateV1;
  return {
    ...reformTemplateV1,
    parameters: {
      ...parameters,
      notArisen: {
        ...parameters.notArisen,
        value: notArisen ?? 'EXCLUDED',
        enabled: notArisen !== null,
      },
      evidenceRequired: { ...parameters.evidenceRequired, enabled: evidenceRequired },
    },
    items: criteria.map(({ criterionId, title, max, surveyMax, unitId }) => ({
      kind: 'FIXED',
      id: criterionId,
      title: { vi: title, en: title },
      max,
      surveyMax,
      unitId,
      article: criterionId,
      confidence: 'M',
      enabled: true,
      validFrom,
      validUntil: null,
      version: 1,
      approver: null,
    })),
  };
}

const STAGES = {
  self: 'SELF',
  appraised: 'APPRAISED',
  final: 'FINAL',
  survey: 'SURVEY',
} as const;

function itemOf({ criterionId, numbers, proofs, notArisen }: CriterionRecord): Items[number] {
  const last = new Map(numbers.map((number) => [number.stage, number]));
  return {
    itemId: criterionId,
    notArisen:
      notArisen === null
        ? null
        : { reason: notArisen.reason, decidedBy: notArisen.actorId, eventIds: [notArisen.eventId] },
    marks: [...last.values()].map(({ stage, points, reason, actorId, on, eventId }) => ({
      stage: STAGES[stage],
      value: null,
      of: null,
      points,
      actor: actorId,
      at: on,
      reason,
      eventIds: [eventId],
    })),
    evidence: proofs.map(({ evidence: { document, taskId, productId, sha256 }, eventId }) => ({
      document: document?.number ?? null,
      taskId,
      productId,
      sha256,
      eventIds: [eventId],
    })),
  };
}

/** `(appraised + survey) / maximum that applies × 100` with two decimals; null while a number is missing or open. */
export function reformIndex(sheet: CriteriaSheetRow): string | null {
  const entry = { id: 'sheet', groupId: 'sheet', items: sheet.criteria.map(itemOf) };
  const { totals } = scoreEntry(entry, rulesOf(sheet));
  return totals.find(({ stage }) => stage === 'APPRAISED')?.total?.decimal ?? null;
}
