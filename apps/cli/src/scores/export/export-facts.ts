import { digestOf } from '@thidua/evidence';
import { localDate } from '@thidua/kernel';
import {
  bookOfDecreeSheet,
  exportScores,
  type ExportedFile,
  type ScoreExport,
} from '@thidua/reporting';
import { decreeSheet } from '@thidua/scoring';
import type { CommandContext } from '../../program/command-context';
import { inputOf, type RunOptions } from '../run/run-input';
import { fileNames } from './file-names';

export interface ExportFactsOptions extends RunOptions {
  readonly to: ScoreExport;
  readonly names?: string;
  readonly person?: string;
  readonly period?: string;
  readonly date?: string;
}

/** A file made of a facts file, with no server and no database. */
export async function exportFacts(
  options: ExportFactsOptions,
  { folder, progress }: Pick<CommandContext, 'folder' | 'progress'>,
): Promise<ExportedFile> {
  const { facts, ruleSet } = await inputOf(options, folder);
  const { letterhead, names } = await fileNames(options.names, facts.agencyId, folder);
  progress.says('Đang chấm điểm…');
  const sheet = decreeSheet(facts, ruleSet, digestOf);
  const titles = new Map(facts.groups.map(({ id, title }) => [id, title ?? id]));
  const all = { ...names, group: (id: string) => titles.get(id) ?? id, notes: () => [] };
  return exportScores(
    {
      kind: options.to,
      book: bookOfDecreeSheet(sheet, all),
      forms: ruleSet.subject === 'CIVIL_SERVANTS' ? { facts, ruleSet, sheet, names: all } : null,
      frame: {
        letterhead,
        date: localDate(options.date ?? `${facts.year}-12-31`),
        isUndated: options.date === undefined,
      },
      meeting: null,
      personId: options.person ?? null,
      period: options.period ?? null,
    },
    (count, total) => {
      progress.says('Đang ghi', { count, total });
    },
  );
}
