import { definitions, validateDefinition } from '@thidua/workflow';
import { flowCommands, taskCommands, type TaskCommandType } from './task.commands';
import { taskEvents } from './task.events';
import { taskRejections } from './task.rejections';
import { sampleAsked, sampleFacts } from './testing';

const types = Object.keys(taskCommands) as TaskCommandType[];

describe('the commands of a task', () => {
  it('record events of the catalogue, and together all of them', () => {
    const recorded = types.flatMap((type) => [...taskCommands[type].records]);
    expect(new Set(recorded)).toEqual(new Set(Object.keys(taskEvents)));
  });

  it('each stand for one principal event, so that an incoming fact names one command', () => {
    const principal = types.map((type) => taskCommands[type].records[0]);
    expect(new Set(principal).size).toBe(types.length);
  });

  it.each(types)('%s says what it asks in both languages', (type) => {
    expect(taskCommands[type].says).toMatch(/\w.*\.$/);
    expect(taskCommands[type].vi).not.toBe('');
  });

  it.each(types)('%s refuses fields it does not know', (type) => {
    const parsed = taskCommands[type].data.safeParse({ ...sampleAsked[type], surprise: 1 });
    expect(parsed.success).toBe(false);
  });

  it('read an absent field as null', () => {
    expect(taskCommands.ReportProgress.data.parse({ period: '2026-03', text: ' xong ' })).toEqual({
      unitId: null,
      period: '2026-03',
      text: 'xong',
      percent: null,
      wentWell: null,
      obstacles: null,
      proposals: null,
    });
  });

  it('carry the id of the task only where there is none yet', () => {
    const naming = types.filter((type) => 'taskId' in taskCommands[type].data.shape);
    expect(naming).toEqual(['AssignTask']);
  });
});

describe('the shipped flows', () => {
  it.each(definitions.map((definition) => [definition.id, definition] as const))(
    'name only commands of tasks: %s',
    (_, definition) => {
      expect(validateDefinition(definition, flowCommands)).toEqual([]);
    },
  );

  it.each(definitions.map((definition) => [definition.id, definition] as const))(
    'place every fact command: %s',
    (_, definition) => {
      const placed = new Set(definition.facts.map(({ command }) => command));
      expect(placed).toEqual(flowCommands.facts);
    },
  );

  it('together use every step command', () => {
    const used = definitions.flatMap(({ transitions }) => transitions.map((t) => t.command));
    expect(new Set(used)).toEqual(flowCommands.transitions);
  });
});

describe('the sample events', () => {
  it.each(Object.entries(taskEvents))('conform to their schema: %s', (type, { data }) => {
    const facts = sampleFacts[type as keyof typeof sampleFacts];
    expect(data.parse(facts)).toEqual(facts);
  });
});

describe('the rejections of a task', () => {
  it.each(Object.entries(taskRejections))('%s says no in both languages', (_, { vi, en }) => {
    expect(vi).not.toBe('');
    expect(en).not.toBe('');
    expect(vi).not.toBe(en);
  });
});
