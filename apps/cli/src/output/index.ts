export { CSV_BYTE_ORDER_MARK, csvCell, csvLine } from './csv';
export { eventLabel } from './event-labels';
export { Output } from './output';
export { jsonText } from './plain-text';
export { progressOn, type Progress, type ProgressStream } from './progress';
export { renderFacts, renderTable, type Cell, type Column } from './table';
export { comparatorText, dayText, numberText, rateText, timeText } from './written';
