import { eventIdOf, EventIdReused, type EventStore } from '@thidua/event-store';
import { newEvent } from '@thidua/event-store/testing';
import { CommandRejected, instantOf } from '@thidua/kernel';
import type { Call, CommandOutcome } from '../../../libs/application/src/calls/call';
import { CommandRunner } from '../../../libs/application/src/calls/command-runner';
import { Life } from '../world/life';
import type { World } from '../world/world';
import { clerk, folder, NOTHING_TO_CLEAR, type PaperCommand } from './papers';

const FOLDERS = ['a', 'b'];
const KEYS = ['k0', 'k1', 'k2'];
const COMMAND_COUNT = 7;

interface Errand {
  readonly id: string;
  readonly command: PaperCommand;
  readonly call: Call;
  /** Place in the order of all that clients did: when it was first sent. */
  readonly sentAt: number;
}

/** What a client was told, and when. */
export interface Answer extends Errand {
  readonly outcome: CommandOutcome;
  readonly answeredAt: number;
}

/** What all clients share: the order of what they did and the answers they got. */
export class Diary {
  readonly answers: Answer[] = [];
  private count = 0;

  next(): number {
    this.count += 1;
    return this.count;
  }
}

/** Somebody who sends commands until each has an answer, dies now and then, and remembers what was under way. */
export class Client {
  private leftCount = COMMAND_COUNT;
  private current: Errand | null = null;
  private finish: () => void = () => undefined;
  readonly finished = new Promise<void>((resolve) => (this.finish = resolve));

  constructor(
    private readonly world: World,
    private readonly name: string,
    private readonly diary: Diary,
    private readonly connect: (life: Life) => EventStore,
  ) {}

  start(): void {
    const life = new Life(this.world, this.name, 'clientCrash');
    const { chance, time } = this.world;
    life.onEnd(() => {
      void time.sleep(chance.below(120)).then(() => {
        this.start();
      });
    });
    void this.work(life);
  }

  private async work(life: Life): Promise<void> {
    const store = this.connect(life);
    while (this.leftCount > 0) {
      this.current ??= this.nextErrand();
      if (await this.run(store, this.current)) {
        this.current = null;
        this.leftCount -= 1;
        await this.lookBack(store);
      }
      await life.step('thinks', 40);
    }
    this.finish();
  }

  /** True when the errand is done with; false when it has to be tried again under the same command id. */
  private async run(store: EventStore, errand: Errand): Promise<boolean> {
    try {
      const { id, command, call } = errand;
      const request = { id, command, call, contextOf: () => clerk };
      const outcome = await new CommandRunner(store).run(folder, request);
      this.hear(errand, outcome);
      return true;
    } catch (error) {
      const isRefusal = error instanceof CommandRejected && error.code === NOTHING_TO_CLEAR;
      const isWrong = error instanceof EventIdReused || error instanceof CommandRejected;
      const what = `${this.name} ${errand.call.commandId}: ${String(error)}`;
      this.world.expect('stableAnswers', isRefusal || !isWrong, what);
      if (!isRefusal && !isWrong) this.world.note(what);
      return isWrong;
    }
  }

  private hear(errand: Errand, outcome: CommandOutcome): void {
    const { commandId } = errand.call;
    const earlier = this.diary.answers.find(({ call }) => call.commandId === commandId);
    const answeredAt = this.diary.next();
    if (earlier === undefined) this.diary.answers.push({ ...errand, outcome, answeredAt });
    const told = [earlier?.outcome ?? outcome, outcome].map(({ repeated: _, ...rest }) =>
      JSON.stringify(rest),
    );
    this.world.note(`${this.name} was told ${told[1]}`);
    this.world.expect('stableAnswers', told[0] === told[1], `${told[0]}, then ${told[1]}`);
  }

  /** Asks for something again that was answered before, or uses an event id that is taken. */
  private async lookBack(store: EventStore): Promise<void> {
    const { chance } = this.world;
    if (this.diary.answers.length === 0 || !chance.happens(0.35)) return;
    const earlier = chance.pick(this.diary.answers);
    if (chance.happens(0.6)) await this.run(store, earlier);
    else await this.reuseEventId(store, earlier);
  }

  private async reuseEventId(store: EventStore, { id, call }: Answer): Promise<void> {
    const event = newEvent({ id: eventIdOf(call.commandId, 0) });
    const commandId = this.world.chance.uuid();
    const request = { stream: `folder-${id}`, expected: 'any', commandId } as const;
    // Refused, or unknown: what matters is what the log holds in the end.
    await store
      .append({ ...request, fingerprint: 'reused', events: [event] })
      .catch(() => undefined);
  }

  private nextErrand(): Errand {
    const { chance } = this.world;
    const commandId = chance.uuid();
    const call: Call = {
      commandId,
      correlationId: commandId,
      causationId: commandId,
      actor: { kind: 'system' },
      occurredAt: instantOf(new Date()),
      expectedRevision: null,
    };
    return {
      id: chance.pick(FOLDERS),
      command: this.nextCommand(),
      call,
      sentAt: this.diary.next(),
    };
  }

  private nextCommand(): PaperCommand {
    const { chance } = this.world;
    const key = chance.pick(KEYS);
    if (chance.happens(0.25)) return { type: 'Clear', data: { key } };
    const label = chance.pick(['ask', 'ask', 'poison', 'plain']);
    const also = chance.happens(0.2)
      ? { also: chance.pick(KEYS.filter((one) => one !== key)) }
      : {};
    return { type: 'Count', data: { key, label, ...also } };
  }
}
