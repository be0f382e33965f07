import { join } from 'node:path';
import { root } from '../install.mjs';
import { library, require } from './library.mjs';

const ROLES = {
  keeper: 'the Office, a leader of the department, the system',
  leader: 'the director or a deputy director',
  director: 'the director, or whoever is appointed to act for them',
  appellant: 'the subject, or the Office for it',
};

export function evaluationCycleDocument() {
  const { drawCycle, evaluationCommands, STATUS_LABELS, STEPS } = library('evaluation');
  const { segmentOf } = require(join(root, 'dist/apps/api/src/http/command-answer.js'));
  const own = { FreezeEvaluation: 'freeze', RecordScore: 'compute', RecordAmendment: 'amend' };
  const rows = Object.entries(STEPS).map(([name, { from, to, who }]) => {
    const { vi, records } = evaluationCommands[name];
    const after = to === null ? 'unchanged' : to;
    const address = own[name] ?? segmentOf(name);
    return `| ${vi} | \`${address}\` | ${from.join(', ')} | ${after} | ${ROLES[who]} | ${records.join(', ')} |`;
  });
  return [
    '# The evaluation cycle',
    '',
    'Made from the table of steps in `libs/evaluation` by `npm run docs`. A step that the table does not have for a status is',
    'refused with the reason. What was frozen, computed, approved and published is recorded once and never altered: a later fact',
    'is recorded as an amendment with the rank moves it would have caused, an upheld appeal leads to a new decision on the class of',
    'one subject (decree 335/2025, article 21.3) or to an evaluation that takes the place of the whole.',
    '',
    '```mermaid',
    drawCycle(),
    '```',
    '',
    '| Status | In words |',
    '|---|---|',
    ...Object.entries(STATUS_LABELS).map(([status, vi]) => `| \`${status}\` | ${vi} |`),
    '',
    '## Steps',
    '',
    'Each is `POST /v1/evaluations/{evaluation}/<address>`; opening is `POST /v1/evaluations`. Until it is approved the Office may',
    'set an evaluation aside; from then on only a leader of the department may.',
    '',
    '| Step | Address | From | To | Who | Records |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Rules of the steps',
    '',
    '- Frozen once, at a log position as of a day; computed again, the sheet has the same hash or is refused.',
    '- An adjustment names the line, the points, a reason and a second person; whoever adjusted does not approve.',
    '- The quorum is laid down before the meeting, with its document; votes on a subject add up to those present.',
    '- An approval names the sheet and the number of adjustments the approver saw.',
    '- An appeal comes from the subject itself (for a unit, its head or a deputy) and is answered within seven working days of its',
    '  receipt (article 22), counted by the calendar whose version stands in the event. A late answer is taken and marked late.',
    '- Upholding an appeal names the decision. Whoever appealed does not answer.',
  ].join('\n');
}
