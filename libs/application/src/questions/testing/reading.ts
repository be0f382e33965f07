import type { Findings } from '../frame/findings';

/** The rows of a section. */
export const rowsOf = (findings: Findings, name: string) =>
  findings.sections.find((section) => section.name === name)!.rows;

/** A figure as its value and the events behind it. */
export const figureOf = ({ figures }: Findings, name: string) => {
  const { value, eventIds } = figures.find((figure) => figure.name === name)!;
  return [value, eventIds];
};
