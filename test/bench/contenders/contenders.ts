import { openAct } from './act.contender';
import type { OpenContender } from './contender';
import { openEmmett } from './emmett.contender';
import { openInsertFloor } from './insert-floor.contender';
import { openThiduaOnKurrentDb } from './kurrentdb.contender';
import { openThidua } from './thidua.contender';

export const CONTENDERS = {
  thidua: openThidua,
  floor: openInsertFloor,
  emmett: openEmmett,
  act: openAct,
  kurrentdb: openThiduaOnKurrentDb,
} satisfies Readonly<Record<string, OpenContender>>;

export type ContenderName = keyof typeof CONTENDERS;

export const isContenderName = (name: string | undefined): name is ContenderName =>
  name !== undefined && Object.hasOwn(CONTENDERS, name);
