export { addSimulateCommand } from './simulate.command';
