import type { FlowRefusal } from '@thidua/workflow';
import { taskCommands } from '../task.commands';
import { reject } from '../task.rejections';

const wordsOf: ReadonlyMap<string, string> = new Map(
  Object.entries(taskCommands).map(([type, { vi }]) => [type, vi]),
);

/** Says the flow's no with the command in the words by which people know it. @throws CommandRejected always. */
export const refuseByFlow = ({ code, facts }: FlowRefusal): never =>
  reject(code, { ...facts, commandVi: wordsOf.get(facts.command) ?? facts.command });
