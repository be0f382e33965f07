/** Collects conditions and their parameters, so that no value is ever written into SQL text. */
export class Conditions {
  private readonly parts: string[] = [];
  private readonly values: unknown[] = [];

  /** Adds a condition unless the value is null or undefined; `sql` is given the placeholder of the value. */
  add(value: unknown, sql: (placeholder: string) => string): this {
    if (value === null || value === undefined) return this;
    this.parts.push(`(${sql(this.bind(value))})`);
    return this;
  }

  /** A placeholder for a value used outside the conditions. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** `where …`, or nothing when there is no condition. */
  get where(): string {
    return this.parts.length === 0 ? '' : `where ${this.parts.join(' and ')}`;
  }

  get params(): unknown[] {
    return [...this.values];
  }
}

/** Makes `%`, `_` and `\` of a searched text stand for themselves in LIKE. */
export const likeContains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
