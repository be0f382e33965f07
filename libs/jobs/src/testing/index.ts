export { describeWithRedis, testRedis, wipeRedis, type TestRedis } from './redis-server';
