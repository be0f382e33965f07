import type { EventStore } from '@thidua/event-store';
import type { RecordedEvent } from '@thidua/kernel';
import type { Reactor } from '@thidua/projections';
import {
  acknowledgedBeforeFlush,
  commandsForgotten,
  eventIdsUnchecked,
  positionBeforeCommit,
  racyExpectation,
  rawClock,
  revisionsAsExpected,
  wakeWithoutPoll,
} from './log/buggy-logs';
import {
  checkpointBeforeFold,
  checkpointNotCompared,
  parkedOvertaken,
} from './table-double/buggy-sessions';
import type { Session } from './table-double/session';
import type { Invariant } from './world/invariants';
import type { World } from './world/world';

/** A small realistic defect, put in through a seam of the simulation; the code of the product has none of it. */
export interface PlantedBug {
  readonly name: string;
  /** The promise it breaks. */
  readonly breaks: Invariant;
  readonly log?: (world: World) => EventStore;
  readonly session?: (session: Session) => Session;
  readonly reactor?: (reactor: Reactor) => Reactor;
  readonly replyCommandId?: (event: RecordedEvent, world: World) => string;
}

/** The checkpoint moves on while the command is still under way. */
const effectNotAwaited = (reactor: Reactor): Reactor => ({
  ...reactor,
  handle: (event) => {
    void reactor.handle(event).catch(() => undefined);
    return Promise.resolve();
  },
});

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'a position is assigned before the commit',
    breaks: 'readersNeverSkip',
    log: positionBeforeCommit,
  },
  {
    name: 'an append is acknowledged before it is flushed',
    breaks: 'acknowledgedIsStored',
    log: acknowledgedBeforeFlush,
  },
  {
    name: 'taken commands are forgotten by a crash',
    breaks: 'stableAnswers',
    log: commandsForgotten,
  },
  { name: 'event ids are not checked', breaks: 'noEventTwice', log: eventIdsUnchecked },
  {
    name: 'the expected revision is compared before the write',
    breaks: 'decidedOnItsPast',
    log: racyExpectation,
  },
  {
    name: 'a revision is counted from what the writer expected',
    breaks: 'revisionsAreGapFree',
    log: revisionsAsExpected,
  },
  { name: 'recordedAt comes from the raw clock', breaks: 'timeNeverRunsBack', log: rawClock },
  {
    name: 'a lost wake-up is waited for without polling',
    breaks: 'readersConverge',
    log: wakeWithoutPoll,
  },
  {
    name: 'the checkpoint is stored before the fold',
    breaks: 'rowsAreTheFold',
    session: checkpointBeforeFold,
  },
  {
    name: 'the checkpoint is not compared',
    breaks: 'checkpointsMoveForward',
    session: checkpointNotCompared,
  },
  {
    name: 'later events of a key overtake its parked ones',
    breaks: 'rowsAreTheFold',
    session: parkedOvertaken,
  },
  {
    name: 'the command id of a reaction is new each time',
    breaks: 'effectsHappenOnce',
    replyCommandId: (_event, world) => world.chance.uuid(),
  },
  {
    name: 'the checkpoint of a reaction is stored before its effect',
    breaks: 'effectsHappenOnce',
    reactor: effectNotAwaited,
  },
];
