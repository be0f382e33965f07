/** Text shown to people, Vietnamese first. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}
