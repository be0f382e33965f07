import {
  rejectFrom,
  type ActorFacts,
  type Decider,
  type EventCatalogue,
  type EventsOf,
} from '@thidua/kernel';
import { z } from 'zod';

const FACT = { schemaVersion: 1, vi: 'Giấy tờ', recordedBy: 'simulator' } as const;
const ordinal = z.int();

/** Facts in the words of the test projection `counter`; `ordinal` is how many events the decision had seen. */
const paperEvents = {
  Counted: {
    ...FACT,
    says: 'A paper was counted.',
    data: z.object({
      key: z.string(),
      label: z.string().optional(),
      also: z.string().optional(),
      ordinal,
    }),
  },
  Cleared: {
    ...FACT,
    says: 'The papers of a key were put away.',
    data: z.object({ key: z.string(), ordinal }),
  },
  Replied: {
    ...FACT,
    says: 'A paper that asked for an answer got it.',
    data: z.object({ to: z.string(), ordinal }),
  },
} as const satisfies EventCatalogue;

type PaperEvent = EventsOf<typeof paperEvents>;

export type PaperCommand =
  | {
      readonly type: 'Count';
      readonly data: { readonly key: string; readonly label?: string; readonly also?: string };
    }
  | { readonly type: 'Clear'; readonly data: { readonly key: string } }
  | { readonly type: 'Reply'; readonly data: { readonly to: string } };

interface Papers {
  readonly eventCount: number;
  readonly keys: readonly string[];
}

interface PaperContext {
  readonly actor: ActorFacts;
}

export const NOTHING_TO_CLEAR = 'NOTHING_TO_CLEAR';

const reject = rejectFrom({
  [NOTHING_TO_CLEAR]: { kind: 'conflict', vi: 'Không có gì.', en: 'Nothing of {key} is there.' },
});

function decide(command: PaperCommand, papers: Papers): readonly PaperEvent[] {
  const { eventCount, keys } = papers;
  switch (command.type) {
    case 'Count':
      return [{ type: 'Counted', data: { ...command.data, ordinal: eventCount } }];
    case 'Clear':
      if (!keys.includes(command.data.key)) return reject(NOTHING_TO_CLEAR, command.data);
      return [{ type: 'Cleared', data: { ...command.data, ordinal: eventCount } }];
    case 'Reply':
      return [{ type: 'Replied', data: { ...command.data, ordinal: eventCount } }];
  }
}

function evolve({ eventCount, keys }: Papers, event: PaperEvent): Papers {
  const others =
    'key' in event.data ? keys.filter((key) => key !== (event.data as { key: string }).key) : keys;
  const kept = event.type === 'Counted' ? [...others, event.data.key] : others;
  return { eventCount: eventCount + 1, keys: kept };
}

const decider: Decider<PaperCommand, PaperEvent, Papers, PaperContext> = {
  category: 'folder',
  initialState: { eventCount: 0, keys: [] },
  decide,
  evolve,
};

/** A small aggregate whose every event tells on what history it was decided. */
export const folder = { decider, events: paperEvents };

/** Everybody in the simulated office is the system. */
export const clerk: PaperContext = {
  actor: {
    actor: { kind: 'system', id: 'simulator', unitId: null, role: null, onBehalfOf: null },
    posts: [],
  },
};
