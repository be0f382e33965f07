import type { Decider, DecisionContext } from '@thidua/kernel';
import type { BriefingEvent, BriefingFacts } from './briefing.events';
import { rejectBriefing } from './briefing.rejections';

export type BriefingCommand =
  | {
      readonly type: 'OpenBriefing';
      readonly data: Omit<BriefingFacts<'BriefingOpened'>, 'openedOn'>;
    }
  | {
      readonly type: 'CloseBriefing';
      readonly data: Omit<BriefingFacts<'BriefingClosed'>, 'closedOn'>;
    };

/** How far the briefing of a month has come. */
export type BriefingState = 'none' | 'open' | 'closed';

/** One month's cut-off; its stream is `briefing-<yyyy-mm>`. Whoever reports later changes nothing of what was closed. */
export const briefingDecider: Decider<
  BriefingCommand,
  BriefingEvent,
  BriefingState,
  DecisionContext
> = {
  category: 'briefing',
  initialState: 'none',
  decide: ({ type, data }, state, { actor: { actor }, on }) => {
    if (actor.kind !== 'system') return rejectBriefing('BRIEFING_ONLY_BY_TIMER');
    if (type === 'OpenBriefing') {
      if (state !== 'none') return [];
      return [{ type: 'BriefingOpened', data: { ...data, openedOn: on } }];
    }
    if (state === 'closed') return [];
    if (on < data.forOn || on <= data.cutOffOn)
      return rejectBriefing('BRIEFING_NOT_OVER', { month: data.month, forOn: data.forOn, on });
    return [{ type: 'BriefingClosed', data: { ...data, closedOn: on } }];
  },
  evolve: (state, { type }) => {
    switch (type) {
      case 'BriefingOpened':
        return state === 'none' ? 'open' : state;
      case 'BriefingClosed':
        return 'closed';
      default:
        return state;
    }
  },
};
