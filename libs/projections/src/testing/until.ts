/** Looks again and again until the condition holds; the test's own time limit ends it otherwise. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  // A real pause: an embedded database may otherwise never let a timer run.
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
