import { idsOf, section, counted } from '../frame/findings';
import { filesAsked, type Facts, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';
import { countsOf, COUNT_COLUMNS } from '../people/results-within';

/** The documents above a task: those its own text names and those its plan was made to carry out. */
function sourcesOf({ assigned }: TaskFile, facts: Facts): readonly string[] {
  const plan = pick(facts.others, 'PlanImported').find(
    ({ data }) => data.planId === assigned.planId,
  );
  return [...new Set([...assigned.sourceDocuments, ...(plan?.data.sourceDocuments ?? [])])];
}

const holds = (text: string, part: string): boolean =>
  text.toLocaleLowerCase('vi').includes(part.toLocaleLowerCase('vi'));

function bySource(files: readonly TaskFile[], facts: Facts) {
  const { source } = facts.request;
  const sourced = files.map((file) => ({ file, sources: sourcesOf(file, facts) }));
  const documents = [...new Set(sourced.flatMap(({ sources }) => sources))]
    .filter((document) => source === null || holds(document, source))
    .sort();
  return documents.map((document) => ({
    document,
    ...countsOf(
      sourced.filter(({ sources }) => sources.includes(document)).map(({ file }) => file.outcome),
    ),
  }));
}

type Link = { readonly from: string; readonly to: string; readonly eventId: string };

/** Each task of the answer that came from an earlier plan or went on in a later one, with the whole way it went. */
function chainOf({ outcome }: TaskFile, links: readonly Link[]) {
  const way = [outcome.taskId];
  const used: string[] = [];
  const step = (link: Link | undefined, place: (taskId: string) => void, taskId: string) => {
    if (link === undefined || way.includes(taskId)) return false;
    place(taskId);
    used.push(link.eventId);
    return true;
  };
  for (;;) {
    const link = links.find(({ to }) => to === way[0]);
    if (!step(link, (taskId) => way.unshift(taskId), link?.from ?? '')) break;
  }
  for (;;) {
    const link = links.find(({ from }) => from === way.at(-1));
    if (!step(link, (taskId) => way.push(taskId), link?.to ?? '')) break;
  }
  return used.length === 0 ? [] : [{ ...taskOf(outcome), way, plans: way.length, eventIds: used }];
}

export const fromAboveAndCarriedOver: QuestionOfFacts = {
  number: 25,
  name: 'from-above-and-carried-over',
  vi: 'Việc cấp trên giao theo từng văn bản đã xong bao nhiêu, và việc nào chuyển tiếp qua nhiều năm?',
  en: 'How much of what each document from above asked for is done, and which tasks were carried over from year to year?',
  takes: ['plan', 'unit', 'task', 'source'],
  reads: [],
  readsElsewhere: ['PlanImported', 'TaskCarriedOver'],
  answer: (facts) => {
    const files = filesAsked(facts);
    const links = pick(facts.others, 'TaskCarriedOver')
      .filter(({ on }) => on <= facts.request.asOf)
      .map(({ data, eventId }) => ({ from: data.taskId, to: data.toTaskId, eventId }));
    const sources = bySource(files, facts);
    const chains = files.flatMap((file) => chainOf(file, links));
    return {
      figures: [
        {
          name: 'documents',
          vi: 'Văn bản giao việc',
          en: 'Documents from above',
          value: sources.length,
          eventIds: idsOf(sources),
        },
        counted('carriedOver', { vi: 'Việc chuyển tiếp', en: 'Tasks carried over' }, chains),
      ],
      sections: [
        section(
          'documents',
          { vi: 'Theo văn bản', en: 'By document' },
          [{ field: 'document', kind: 'text', vi: 'Văn bản', en: 'Document' }, ...COUNT_COLUMNS],
          sources,
        ),
        section(
          'chains',
          { vi: 'Việc chuyển tiếp', en: 'Carried over' },
          [
            ...TASK_COLUMNS,
            { field: 'plans', kind: 'number', vi: 'Số kế hoạch', en: 'Plans' },
            { field: 'way', kind: 'text', vi: 'Từ nhiệm vụ đến nhiệm vụ', en: 'From task to task' },
          ],
          chains,
        ),
      ],
    };
  },
};
