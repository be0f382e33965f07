import { addDays, assertNever, type Decider } from '@thidua/kernel';
import { mayKeepDirectory } from '../may-keep-directory';
import type { OfficialEvent } from '../official.events';
import type { OrganisationContext } from '../organisation-context';
import type { OfficialCommand } from './official.commands';
import { rejectOfficial as reject } from './official.rejections';
import {
  covers,
  evolveOfficial,
  isSameEnd,
  noOfficial,
  overlaps,
  type DeputyEnd,
  type Official,
  type OfficialState,
  type Period,
} from './official.state';

type Of<Type extends OfficialCommand['type']> = Extract<OfficialCommand, { type: Type }>['data'];
type Events = readonly OfficialEvent[];

function joinOfficial({ personId, fromOn }: Of<'JoinOfficial'>, state: OfficialState): Events {
  if (state.status === 'joined' && state.erasedOn !== null) {
    return reject('OFFICIAL_ERASED', { personId, erasedOn: state.erasedOn });
  }
  const last = state.status === 'joined' ? state.stays.at(-1) : undefined;
  if (last === undefined) return [{ type: 'OfficialJoined', data: { personId, fromOn } }];
  if (last.untilOn === null) {
    if (last.fromOn === fromOn) return [];
    return reject('OFFICIAL_ALREADY_JOINED', { personId, fromOn: last.fromOn });
  }
  if (fromOn <= last.untilOn) {
    return reject('OFFICIAL_DATE_TOO_EARLY', { on: fromOn, notBefore: addDays(last.untilOn, 1) });
  }
  return [{ type: 'OfficialJoined', data: { personId, fromOn } }];
}

function takePost(
  data: Of<'TakePost'>,
  official: Official,
  stay: Period,
  { directory }: OrganisationContext,
): Events {
  const { unitId, post, fromOn } = data;
  const { personId } = official;
  if (fromOn < stay.fromOn) {
    return reject('OFFICIAL_DATE_TOO_EARLY', { on: fromOn, notBefore: stay.fromOn });
  }
  const held = official.posts.find(
    (period) =>
      period.unitId === unitId &&
      period.post === post &&
      overlaps(period, { fromOn, untilOn: null }),
  );
  if (held?.fromOn === fromOn && held.untilOn === null) return [];
  if (held !== undefined) return reject('POST_OVERLAPS', { unitId, post, fromOn: held.fromOn });
  if (directory.unitOn(unitId, fromOn) === null) {
    return reject('POST_UNIT_NOT_STANDING', { unitId, on: fromOn });
  }
  return [{ type: 'PostTaken', data: { personId, ...data } }];
}

function leavePost(data: Of<'LeavePost'>, { personId, posts }: Official): Events {
  const { unitId, post, untilOn } = data;
  const periods = posts.filter((period) => period.unitId === unitId && period.post === post);
  const held = periods.find((period) => period.untilOn === null);
  if (held === undefined) {
    if (periods.some((period) => period.untilOn === untilOn)) return [];
    return reject('POST_NOT_HELD', { unitId, post });
  }
  if (untilOn < held.fromOn) {
    return reject('PERIOD_ENDS_BEFORE_START', { fromOn: held.fromOn, untilOn });
  }
  return [{ type: 'PostLeft', data: { personId, ...data } }];
}

function appointDeputy(
  data: Of<'AppointDeputy'>,
  official: Official,
  stay: Period,
  { directory }: OrganisationContext,
): Events {
  const { personId } = official;
  const { deputyId, fromOn, untilOn } = data;
  if (deputyId === personId) return reject('DEPUTY_IS_ONESELF', { deputyId });
  if (untilOn < fromOn) return reject('PERIOD_ENDS_BEFORE_START', { fromOn, untilOn });
  if (fromOn < stay.fromOn) {
    return reject('OFFICIAL_DATE_TOO_EARLY', { on: fromOn, notBefore: stay.fromOn });
  }
  const other = official.deputies.find(
    (period) =>
      period.deputyId === deputyId && period.unitId === data.unitId && overlaps(period, data),
  );
  if (other?.fromOn === fromOn && other.untilOn === untilOn) return [];
  if (other !== undefined) {
    return reject('DEPUTY_PERIODS_OVERLAP', {
      deputyId,
      fromOn: other.fromOn,
      untilOn: other.untilOn,
    });
  }
  if (!directory.isInOffice(deputyId, fromOn)) {
    return reject('DEPUTY_NOT_IN_OFFICE', { deputyId, on: fromOn });
  }
  return [{ type: 'DeputyAppointed', data: { personId, ...data } }];
}

function endDeputy(data: Of<'EndDeputy'>, { personId, deputies }: Official): Events {
  const { deputyId, endedOn } = data;
  const own = deputies.filter((period) => period.deputyId === deputyId);
  if (own.some(({ untilOn }) => untilOn === endedOn)) return [];
  if (!own.some((period) => covers(period, endedOn))) {
    return reject('DEPUTY_NOT_IN_FORCE', { deputyId, on: endedOn });
  }
  return [{ type: 'DeputyEnded', data: { personId, ...data } }];
}

function expireDeputy(
  data: Of<'ExpireDeputy'>,
  official: Official,
  { actor, on }: OrganisationContext,
): Events {
  if (actor.actor.kind !== 'system') return reject('DEPUTY_EXPIRY_SYSTEM_ONLY');
  const { deputyId, unitId, untilOn } = data;
  const isMeant = (period: DeputyEnd): boolean => isSameEnd(period, data);
  if (official.deputiesOver.some(isMeant)) return [];
  if (!official.deputies.some(isMeant)) {
    return reject('DEPUTY_NOT_IN_FORCE', { deputyId, on: untilOn });
  }
  if (on <= untilOn) return reject('DEPUTY_STILL_IN_FORCE', { deputyId, untilOn });
  const { personId } = official;
  return [{ type: 'DeputyExpired', data: { personId, deputyId, unitId, untilOn, expiredOn: on } }];
}

function listOpenWork(
  data: Of<'ListOpenWork'>,
  { personId, openWork }: Official,
  { actor }: OrganisationContext,
): Events {
  if (actor.actor.kind !== 'system') return reject('OPEN_WORK_SYSTEM_ONLY');
  const { unitId, leftOn, parts } = data;
  const listed = openWork.some((list) => list.unitId === unitId && list.leftOn === leftOn);
  if (listed || parts.length === 0) return [];
  return [{ type: 'OpenWorkListed', data: { personId, ...data } }];
}

function erasePerson(
  data: Of<'ErasePerson'>,
  { personId, erasedOn }: Official,
  { on }: OrganisationContext,
): Events {
  if (erasedOn !== null) return [];
  return [{ type: 'PersonErased', data: { personId, erasedOn: on, ...data } }];
}

/** What may be recorded of an official who is here and of one who has left. */
function decideOfAnyone(
  command: AnytimeCommand,
  official: Official,
  context: OrganisationContext,
): Events {
  switch (command.type) {
    case 'EndDeputy':
      return endDeputy(command.data, official);
    case 'ExpireDeputy':
      return expireDeputy(command.data, official, context);
    case 'ListOpenWork':
      return listOpenWork(command.data, official, context);
    case 'ErasePerson':
      return erasePerson(command.data, official, context);
  }
}

const ANYTIME = ['EndDeputy', 'ExpireDeputy', 'ListOpenWork', 'ErasePerson'] as const;
type AnytimeCommand = Extract<OfficialCommand, { type: (typeof ANYTIME)[number] }>;

const isAnytime = (command: OfficialCommand): command is AnytimeCommand =>
  ANYTIME.some((type) => type === command.type);

/** Posts still held end on the same day, so that nobody stays head of a unit after having gone. */
function leaveOffice(data: Of<'LeaveOffice'>, { personId, posts }: Official, stay: Period): Events {
  const { untilOn } = data;
  if (untilOn < stay.fromOn) {
    return reject('PERIOD_ENDS_BEFORE_START', { fromOn: stay.fromOn, untilOn });
  }
  const open = posts.filter((period) => period.untilOn === null);
  const later = open.find(({ fromOn }) => fromOn > untilOn);
  if (later !== undefined) {
    return reject('PERIOD_ENDS_BEFORE_START', { fromOn: later.fromOn, untilOn });
  }
  return [
    { type: 'OfficialLeft', data: { personId, ...data } },
    ...open.map(
      ({ unitId, post }) =>
        ({
          type: 'PostLeft',
          data: { personId, unitId, post, untilOn, legalBasis: null },
        }) as const,
    ),
  ];
}

function afterLeaving(command: OfficialCommand, { personId, stays }: Official): Events {
  const untilOn = stays.at(-1)?.untilOn ?? null;
  if (command.type === 'LeaveOffice' && command.data.untilOn === untilOn) return [];
  return reject('OFFICIAL_ALREADY_LEFT', { personId, untilOn });
}

function decide(
  command: OfficialCommand,
  state: OfficialState,
  context: OrganisationContext,
): Events {
  if (!mayKeepDirectory(context.actor)) return reject('OFFICIAL_KEEPER_ONLY');
  if (command.type === 'JoinOfficial') return joinOfficial(command.data, state);
  if (state.status === 'absent') return reject('OFFICIAL_NOT_JOINED');
  if (isAnytime(command)) return decideOfAnyone(command, state, context);
  const stay = state.stays.find(({ untilOn }) => untilOn === null);
  if (stay === undefined) return afterLeaving(command, state);
  switch (command.type) {
    case 'TakePost':
      return takePost(command.data, state, stay, context);
    case 'LeavePost':
      return leavePost(command.data, state);
    case 'AppointDeputy':
      return appointDeputy(command.data, state, stay, context);
    case 'LeaveOffice':
      return leaveOffice(command.data, state, stay);
    default:
      return assertNever(command);
  }
}

/** One official, from joining to leaving (stream `official-<personId>`). */
export const officialDecider: Decider<
  OfficialCommand,
  OfficialEvent,
  OfficialState,
  OrganisationContext
> = {
  category: 'official',
  initialState: noOfficial,
  decide,
  evolve: evolveOfficial,
};
