export {
  done,
  factsOf,
  happened,
  led,
  outcomesOf,
  type Happening,
  type Office,
} from './office-year';
