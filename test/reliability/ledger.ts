import type { Acknowledged, OfficeMessage } from './office-message';

/** What clients were told, over all the lives of the application. */
export class Ledger {
  /** Answers heard, repeated ones included. */
  answerCount = 0;
  /** Commands that were answered otherwise when they were sent again. */
  readonly changedAnswers: string[] = [];
  /** Why commands were sent again, by message. */
  readonly failures = new Map<string, number>();
  private readonly answers = new Map<string, Acknowledged>();
  private readonly begun = new Set<number>();
  private readonly finished = new Set<number>();

  note(message: Exclude<OfficeMessage, { readonly kind: 'open' }>): void {
    switch (message.kind) {
      case 'begun':
        this.begun.add(message.caseNumber);
        break;
      case 'finished':
        this.finished.add(message.caseNumber);
        break;
      case 'failed':
        this.failures.set(message.message, (this.failures.get(message.message) ?? 0) + 1);
        break;
      case 'acknowledged':
        this.acknowledge(message);
    }
  }

  /** The first answer to each command. */
  get acknowledged(): readonly Acknowledged[] {
    return [...this.answers.values()];
  }

  /** Answers to commands that had been answered before. */
  get repeatedCount(): number {
    return this.answerCount - this.answers.size;
  }

  get caseCount(): number {
    return this.begun.size;
  }

  get unfinished(): readonly number[] {
    return [...this.begun].filter((caseNumber) => !this.finished.has(caseNumber));
  }

  get next(): number {
    return Math.max(-1, ...this.begun) + 1;
  }

  private acknowledge({ commandId, position, eventIds }: Acknowledged): void {
    this.answerCount += 1;
    const answer = { commandId, position, eventIds };
    const first = this.answers.get(commandId);
    if (first === undefined) this.answers.set(commandId, answer);
    else if (JSON.stringify(first) !== JSON.stringify(answer)) this.changedAnswers.push(commandId);
  }
}
