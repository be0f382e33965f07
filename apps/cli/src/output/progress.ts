import { plainText } from './plain-text';

/** Tells a waiting person what is going on. Answers go to standard output; this never does. */
export interface Progress {
  /** What is being done now, with how much of how much where that is known. */
  says(what: string, done?: { readonly count: number; readonly total?: number }): void;
  /** Takes the line off the screen until there is something new to show; called before an answer is written. */
  wipe(): void;
  /** Wipes the line; nothing is shown after this. */
  end(): void;
}

/** The part of a terminal's stream that is needed here. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shorter work shows nothing: a line that flashes by only disturbs. */
const SHOWN_AFTER_MS = 1_000;
const REDRAW_MS = 250;
const WIPE = '\r\u001b[2K';

const silent: Progress = {
  says: () => undefined,
  wipe: () => undefined,
  end: () => undefined,
};

/** One rewritten line, from the second second on, and only where a person watches. */
export function progressOn(stream: ProgressStream): Progress {
  if (stream.isTTY !== true) return silent;
  const startedAt = Date.now();
  let text = '';
  let isShown = false;
  const draw = (): void => {
    const elapsed = Date.now() - startedAt;
    if (text === '' || elapsed < SHOWN_AFTER_MS) return;
    stream.write(`${WIPE}${plainText(text)} (${Math.floor(elapsed / 1000)} giây)`);
    isShown = true;
  };
  const timer = setInterval(draw, REDRAW_MS);
  timer.unref();
  const wipe = (): void => {
    if (isShown) stream.write(WIPE);
    isShown = false;
    text = '';
  };
  return {
    says: (what, done) => {
      text = done === undefined ? what : `${what} ${countText(done)}`;
    },
    wipe,
    end: () => {
      clearInterval(timer);
      wipe();
    },
  };
}

const countText = ({
  count,
  total,
}: {
  readonly count: number;
  readonly total?: number;
}): string => (total === undefined ? `${count}` : `${count}/${total}`);
