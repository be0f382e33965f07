export { KurrentDbStandIn } from './kurrentdb-stand-in';
export type { AppendFault, ReadFault } from './stand-in-faults';
export { startStandInProcess, type StandInProcess } from './stand-in-process';
