import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { dayText, renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { dayValue } from '../program/option-values';
import {
  addDo,
  addVocabulary,
  documentOf,
  OFFICIAL_VOCABULARY,
  outcomeInWords,
} from '../vocabulary';
import { periodText } from './unit-history';
import { POSTS, shownName } from './words';

const pathOf = (person: string, what: string): string =>
  `/v1/people/${encodeURIComponent(person)}/${what}`;

export function addPeopleCommands(program: Command, context: CommandContext): void {
  const people = program.command('people').description('Cán bộ: quá trình, bàn giao việc, xóa tên');
  addHistory(people, context);
  addHandOver(people, context);
  addErase(people, context);
  addDo(people, context, {
    vocabulary: OFFICIAL_VOCABULARY,
    subject: '<cán-bộ>',
    says: 'Ghi một thay đổi khác của cán bộ: giữ hoặc thôi giữ vị trí, ủy quyền, nghỉ hưu…',
    example:
      'people do cb-001 appoint-deputy --set deputyId=cb-002 fromOn=2025-12-08 untilOn=2025-12-19 --document "90/QĐ-SCT,2025-12-01"',
    pathOf: (person, segment) => `/v1/officials/${encodeURIComponent(person)}/${segment}`,
    inWords: changeOfOfficialInWords,
  });
  addVocabulary(people, context, { vocabulary: OFFICIAL_VOCABULARY, usedBy: 'people do' });
}

const leavingSchema = z.object({
  openWork: z.array(z.object({ no: z.string(), title: z.string() })).default([]),
});

/** What was recorded, and what somebody who leaves still has to hand over. */
export function changeOfOfficialInWords(answer: unknown): string {
  const { openWork } = readAnswer(leavingSchema, answer);
  if (openWork.length === 0) return outcomeInWords(answer);
  return [
    outcomeInWords(answer),
    `Còn ${openWork.length} việc đang giữ, cần bàn giao (people hand-over):`,
    ...openWork.map(({ no, title }) => `  ${no} ${title}`),
  ].join('\n');
}

function addHistory(people: Command, { connect, output }: CommandContext): void {
  people
    .command('history <cán-bộ>')
    .description('Quá trình công tác, ủy quyền và việc đang giữ của một người')
    .addHelpText('after', example('people history cb-004'))
    .action((person: string) =>
      connect(async (api) => {
        const answer = await api.get(pathOf(person, 'history'));
        output.show(answer, () => personHistoryInWords(answer));
      }),
    );
}

interface HandOverOptions {
  readonly to: readonly string[];
  readonly unit?: string;
  readonly on?: string;
  readonly reason: string;
  readonly agreedBy?: string;
}

/** `cb-002` takes what is left; `cb-003:2.3.a,2.4` the named tasks; `cb-009@qlcn` takes them into another unit. */
export function successorOf(written: string): object {
  const [successor = '', tasks] = written.split(':', 2);
  const [personId = '', unitId = null] = successor.split('@', 2);
  return { personId, unitId, tasks: tasks === undefined ? null : tasks.split(',').filter(Boolean) };
}

function addHandOver(people: Command, { connect, output }: CommandContext): void {
  people
    .command('hand-over <cán-bộ>')
    .description('Bàn giao mọi việc đang mở của một người; việc đã xong giữ nguyên người làm')
    .requiredOption(
      '--to <cán-bộ...>',
      'người nhận; nêu riêng nhiệm vụ: cb-003:2.3.a,2.4; sang đơn vị khác: cb-009@qlcn',
    )
    .option('--unit <đơn-vị>', 'chỉ việc do đơn vị này giao')
    .option('--on <ngày>', 'ngày bàn giao YYYY-MM-DD (mặc định: hôm nay)', dayValue('--on'))
    .option('--reason <lý-do>', 'lý do bàn giao', 'Bàn giao khi thôi giữ vị trí')
    .option(
      '--agreed-by <cán-bộ>',
      'trưởng đơn vị kia đồng ý, khi trưởng đơn vị bàn giao sang đơn vị khác',
    )
    .addHelpText('after', example('people hand-over cb-003 --to cb-004 --on 2025-09-30'))
    .action((person: string, { to, unit, on, reason, agreedBy }: HandOverOptions) =>
      connect(async (api) => {
        const body = {
          to: to.map(successorOf),
          unitId: unit ?? null,
          on: on ?? null,
          reason,
          agreedBy: agreedBy ?? null,
        };
        const answer = await api.post(pathOf(person, 'hand-over'), body);
        output.show(answer, () => handOverInWords(answer));
      }),
    );
}

interface EraseOptions {
  readonly reason: string;
  readonly document: string;
}

function addErase(people: Command, { connect, output }: CommandContext): void {
  people
    .command('erase <cán-bộ>')
    .description('Xóa họ tên khỏi danh bạ; mã và mọi sự kiện giữ nguyên')
    .requiredOption('--reason <lý-do>', 'lý do, không chứa họ tên')
    .requiredOption('--document <văn-bản>', 'số văn bản, có thể kèm ngày')
    .addHelpText(
      'after',
      example('people erase cb-003 --reason "Theo đề nghị" --document 9/QĐ-SCT'),
    )
    .action((person: string, { reason, document }: EraseOptions) =>
      connect(async (api) => {
        const body = { reason, document: documentOf(document) };
        const answer = await api.post(pathOf(person, 'erase'), body);
        output.show(answer, () => `Đã xóa họ tên của ${person}; chỉ còn mã.`);
      }),
    );
}

const task = z.object({ taskId: z.string(), no: z.string() });
const handOverSchema = z.object({
  on: z.string(),
  handedOver: z.array(task.extend({ toPersonId: z.string(), toUnitId: z.string() })),
  remaining: z.array(task.extend({ title: z.string() })),
});

export function handOverInWords(answer: unknown): string {
  const { on, handedOver, remaining } = readAnswer(handOverSchema, answer);
  const table = renderTable(
    [{ title: 'Số' }, { title: 'Nhiệm vụ' }, { title: 'Người nhận' }, { title: 'Đơn vị' }],
    handedOver.map(({ no, taskId, toPersonId, toUnitId }) => [no, taskId, toPersonId, toUnitId]),
  );
  const left = remaining.map(({ no, title }) => `  ${no} ${title}`);
  return [
    `Đã bàn giao ${handedOver.length} nhiệm vụ ngày ${dayText(on)}:`,
    table,
    ...(left.length === 0 ? [] : [`Còn ${left.length} nhiệm vụ chưa có người nhận:`, ...left]),
  ].join('\n');
}

const period = z.object({ fromOn: z.string(), untilOn: z.string().nullable() });
const personSchema = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  erased: z.boolean(),
  posts: z.array(
    period.extend({ unitId: z.string(), unitName: z.string().nullable(), post: z.string() }),
  ),
  deputies: z.array(
    period.extend({ deputyId: z.string(), basis: z.object({ number: z.string() }) }),
  ),
  taskForces: z.array(period.extend({ unitId: z.string(), role: z.string() })),
  openWork: z.array(task.extend({ title: z.string() })),
  events: z.array(z.object({ eventId: z.string() })),
});

/** What the person was, when, and what is still in hand. */
export function personHistoryInWords(answer: unknown): string {
  const person = readAnswer(personSchema, answer);
  const rows = [
    ...person.posts.map(({ post, unitName, unitId, ...days }) => ({
      ...days,
      what: `${POSTS[post] ?? post} ${unitName ?? unitId}`,
    })),
    ...person.taskForces.map(({ role, unitId, ...days }) => ({
      ...days,
      what: `${role === 'leader' ? 'tổ trưởng' : 'thành viên'} ${unitId}`,
    })),
    ...person.deputies.map(({ deputyId, basis, ...days }) => ({
      ...days,
      what: `ủy quyền cho ${deputyId} theo ${basis.number}`,
    })),
  ].toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const table = renderTable(
    [{ title: 'Thời gian' }, { title: 'Vị trí', widthMax: 60 }],
    rows.map(({ fromOn, untilOn, what }) => [periodText(fromOn, untilOn), what]),
  );
  const work = person.openWork.map(({ no, title }) => `  ${no} ${title}`);
  return [
    `${person.personId} ${shownName(person) ?? ''}`.trim(),
    table,
    `${work.length} việc đang giữ; ${person.events.length} sự kiện (xem --json).`,
    ...work,
  ].join('\n');
}
