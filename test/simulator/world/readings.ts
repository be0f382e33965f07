import type { LogSlice, ReadAllOptions } from '@thidua/event-store';
import type { Position, RecordedEvent } from '@thidua/kernel';
import type { World } from './world';

interface Reading {
  readonly reader: string;
  readonly options: ReadAllOptions;
  readonly next: Position;
  readonly positions: readonly Position[];
}

/** Every slice of the log that any reader was given, to be held against the whole log in the end. */
export class Readings {
  private readonly all: Reading[] = [];

  add(reader: string, options: ReadAllOptions, { events, next }: LogSlice): void {
    this.all.push({ reader, options, next, positions: events.map(({ position }) => position) });
  }

  /** A slice must hold all that lies between where it was asked to begin and where it says to go on. */
  check(world: World, log: readonly RecordedEvent[]): void {
    for (const { reader, options, next, positions } of this.all) {
      const { after, types } = options;
      const due = log
        .filter(({ position, type }) => isBetween(after, position, next) && isOf(types, type))
        .map(({ position }) => position);
      const detail = `${reader} read ${list(positions)} after ${after} up to ${next}, where ${list(due)} are`;
      world.expect('readersNeverSkip', list(due) === list(positions), detail);
    }
  }
}

const isBetween = (after: Position, position: Position, next: Position): boolean =>
  after < position && position <= next;

const isOf = (types: readonly string[] | undefined, type: string): boolean =>
  types?.includes(type) ?? true;

const list = (positions: readonly Position[]): string => `[${positions.join(' ')}]`;
