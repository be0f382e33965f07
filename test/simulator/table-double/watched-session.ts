import type { World } from '../world/world';
import type { Result, Session } from './session';

const MOVES = /^update read\.(projections|reactors) set position = \$(\d)/;

/** The session with an eye on every checkpoint that moves: once a move is committed, none may go back behind it. */
export class WatchedSession implements Session {
  private readonly committed = new Map<string, bigint>();
  private readonly pending = new Map<string, bigint>();
  private isOpen = false;

  constructor(
    private readonly world: World,
    private readonly session: Session,
  ) {}

  async query(text: string, params: readonly unknown[] = []): Promise<Result> {
    const result = await this.session.query(text, params);
    const [, , place] = MOVES.exec(text.trim()) ?? [];
    if (place !== undefined && result.rowCount === 1) {
      this.pending.set(String(params[0]), BigInt(String(params[Number(place) - 1])));
    }
    if (text === 'begin') this.isOpen = true;
    if (text === 'rollback') this.pending.clear();
    if (text === 'commit' || text === 'rollback') this.isOpen = false;
    if (!this.isOpen) this.commit();
    return result;
  }

  private commit(): void {
    for (const [name, to] of this.pending) {
      const from = this.committed.get(name) ?? 0n;
      this.world.note(`checkpoint of ${name}: ${from} to ${to}`);
      this.world.expect('checkpointsMoveForward', to >= from, `${name}: ${from}, then ${to}`);
      this.committed.set(name, to);
    }
    this.pending.clear();
  }
}
