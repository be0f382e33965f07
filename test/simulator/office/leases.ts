import type { LeaseBook } from '@thidua/projections';
import type { Life } from '../world/life';
import type { World } from '../world/world';

/** Where workers take their leases. Now and then it tells a worker that a lease is its own although another holds it. */
export class LeaseOffice {
  private readonly held = new Map<string, { readonly owner: string; readonly untilMs: number }>();

  constructor(private readonly world: World) {}

  bookOf(owner: string, life: Life): LeaseBook {
    return {
      take: async (names, forMs) => {
        await life.step('leases');
        if (this.world.strikes('lyingLease', owner)) return new Set(names);
        return new Set(names.filter((name) => this.take(owner, name, forMs)));
      },
      release: async (names) => {
        await life.step('leases');
        for (const name of names) if (this.held.get(name)?.owner === owner) this.held.delete(name);
      },
    };
  }

  private take(owner: string, name: string, forMs: number): boolean {
    const { nowMs } = this.world.time;
    const holder = this.held.get(name);
    if (holder !== undefined && holder.owner !== owner && holder.untilMs >= nowMs) return false;
    this.held.set(name, { owner, untilMs: nowMs + forMs });
    return true;
  }
}
