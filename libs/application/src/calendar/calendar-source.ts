import {
  CALENDAR_ID,
  calendarDecider,
  calendarWith,
  type CalendarEvent,
  type NoticeRegister,
  type WorkingCalendar,
} from '@thidua/calendar';
import type { EventStore } from '@thidua/event-store';
import { streamName, type Position, type RecordedEvent } from '@thidua/kernel';
import { foldStream } from '../calls/fold-stream';

/** The calendar and what it follows from. */
export interface KnownCalendar {
  readonly calendar: WorkingCalendar;
  readonly register: NoticeRegister;
  /** The events of the notices, oldest first. */
  readonly history: readonly RecordedEvent<CalendarEvent>[];
  /** Position of the last of them, a decimal string; `0` without any. */
  readonly position: string;
}

const STREAM = streamName(calendarDecider.category, CALENDAR_ID);

const known = (history: readonly RecordedEvent<CalendarEvent>[]): KnownCalendar => {
  const register = foldStream(calendarDecider, history);
  const position = (history.at(-1)?.position ?? 0n).toString();
  return { calendar: calendarWith(register), register, history, position };
};

/**
 * The working calendar as the log has it at this moment. It follows the log itself, as the directory does, so that a
 * deadline counted in any process knows a notice as soon as it is recorded.
 */
export class CalendarSource {
  private latest: KnownCalendar = known([]);
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly store: Pick<EventStore, 'readStream'>) {}

  /** The calendar as the log had it at the position, for answers that must be the same for ever. */
  static async upTo(
    store: Pick<EventStore, 'readStream'>,
    upTo: Position,
  ): Promise<WorkingCalendar> {
    const history = await readCalendar(store, 0);
    return known(history.filter(({ position }) => position <= upTo)).calendar;
  }

  /** Every notice recorded before the call is in the answer. */
  async current(): Promise<KnownCalendar> {
    // Callers take turns: each pass must begin after its caller asked, or it could miss that caller's own write.
    const turn = this.following.then(() => this.follow());
    this.following = turn.catch(() => undefined);
    await turn;
    return this.latest;
  }

  private async follow(): Promise<void> {
    const { history } = this.latest;
    const news = await readCalendar(this.store, history.length);
    if (news.length > 0) this.latest = known([...history, ...news]);
  }
}

const readCalendar = async (
  store: Pick<EventStore, 'readStream'>,
  fromRevision: number,
): Promise<readonly RecordedEvent<CalendarEvent>[]> =>
  // A stream of the decider's category holds the decider's own events; the command runner sees to that.
  (await store.readStream(STREAM, { fromRevision })) as readonly RecordedEvent<CalendarEvent>[];
