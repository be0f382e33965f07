/** Our own timer ran out. The call may still be under way, so what became of it is unknown. */
export class NoAnswer extends Error {
  constructor(timeoutMs: number) {
    super(`không trả lời trong ${timeoutMs} ms (no answer within ${timeoutMs} ms)`);
    this.name = 'NoAnswer';
  }
}

/**
 * What the promise gives, or NoAnswer after so long: calls of the client can stay unsettled for ever. A promise that
 * is given up on may settle later, unheard.
 */
export function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(timeoutMs));
    }, timeoutMs);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
