/** A flow as people name it: `two-level` for its newest version, `two-level@1` for a certain one. */
export interface WorkflowName {
  readonly id: string;
  /** Null: the newest version that is not retired. */
  readonly version: number | null;
}

/** Null when the text is no such name. */
export function parseWorkflowName(text: string): WorkflowName | null {
  const [, id, version] = /^([a-z][a-z0-9-]{0,59})(?:@([1-9]\d{0,8}))?$/.exec(text) ?? [];
  if (id === undefined) return null;
  return { id, version: version === undefined ? null : Number(version) };
}
