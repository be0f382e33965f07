import { localDate } from '@thidua/kernel';
import {
  ask,
  coordinator,
  director,
  DUE_ON,
  given,
  happened,
  leadClerk,
  officeClerk,
  paper,
  service,
  stranger,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const started = happened('WorkStarted');
const raised = happened('ObstacleRaised');
const resolved = happened('ObstacleResolved');
const waiting = happened('AuthorityWaitStarted');
const ended = happened('AuthorityWaitEnded');
const before = localDate('2026-03-09');
const later = localDate('2026-03-12');

describe('raising an obstacle', () => {
  it('is refused to somebody who has no part in the task', () => {
    given(assigned)
      .when(ask('RaiseObstacle'), { actor: stranger })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused under an id that stands for another obstacle', () => {
    given(assigned, raised)
      .when(ask('RaiseObstacle', { text: 'Thiếu kinh phí', kind: 'money' }))
      .thenRejected('ID_ALREADY_USED', { field: 'obstacleId', id: 'vm-1' });
  });

  it('changes nothing when it is raised again', () => {
    given(assigned, raised).when(ask('RaiseObstacle')).thenNothing();
  });

  it('names the unit that raises it, lead or coordinating', () => {
    given(assigned).when(ask('RaiseObstacle')).then(raised);
    given(assigned)
      .when(ask('RaiseObstacle'), { actor: coordinator })
      .then(happened('ObstacleRaised', { unitId: UNITS.coordinating }));
  });
});

describe.each([
  ['proposing a solution for', 'ProposeSolution', leadClerk],
  ['giving a direction on', 'GiveDirection', director],
  ['resolving', 'ResolveObstacle', officeClerk],
] as const)('%s an obstacle', (_, command, actor) => {
  const about = ask(command, { obstacleId: 'vm-1' });

  it('is refused when there is no such obstacle', () => {
    given(assigned)
      .when(about, { actor })
      .thenRejected('OBSTACLE_NOT_FOUND', { obstacleId: 'vm-1' });
  });

  it('is refused once it is resolved', () => {
    given(assigned, raised, resolved)
      .when(about, { actor, on: later })
      .thenRejected('OBSTACLE_ALREADY_RESOLVED', { obstacleId: 'vm-1', resolvedOn: TODAY });
  });

  it('is refused on a day before it was raised', () => {
    given(assigned, raised)
      .when(about, { actor, on: before })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it('is refused to strangers', () => {
    given(assigned, raised).when(about, { actor: stranger }).thenRejected('ROLE_NOT_ALLOWED');
  });
});

describe('an open obstacle', () => {
  it('takes a proposal, once', () => {
    const proposed = happened('SolutionProposed');
    given(assigned, raised).when(ask('ProposeSolution')).then(proposed);
    given(assigned, raised, proposed).when(ask('ProposeSolution')).thenNothing();
  });

  it('takes a direction, once', () => {
    const directed = happened('DirectionGiven', { obstacleId: 'vm-1' });
    const direct = ask('GiveDirection', { obstacleId: 'vm-1' });
    given(assigned, raised).when(direct, { actor: director }).then(directed);
    given(assigned, raised, directed).when(direct, { actor: director }).thenNothing();
  });

  it('is resolved once', () => {
    given(assigned, raised).when(ask('ResolveObstacle')).then(resolved);
    given(assigned, raised, resolved).when(ask('ResolveObstacle')).thenNothing();
  });
});

describe('a direction about the task as a whole', () => {
  it('is refused to the lead unit', () => {
    given(assigned).when(ask('GiveDirection')).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused when it is to be done by a day already past', () => {
    given(assigned)
      .when(ask('GiveDirection', { actBy: before }), { actor: director })
      .thenRejected('DAY_TOO_EARLY', { field: 'actBy', earliestOn: TODAY });
  });

  it('may be recorded by the Office', () => {
    given(assigned)
      .when(ask('GiveDirection'), { actor: officeClerk })
      .then(happened('DirectionGiven'));
  });
});

describe('a direction that orders changes', () => {
  const lead = (unitId: string) => ({ unitId, role: 'lead' as const });
  const reason = 'Phục vụ kỳ họp';
  const byDirector = { actor: director };
  const direction = happened('DirectionGiven', { document: paper });
  const july = localDate('2026-07-15');

  it('needs its document for new leads or a new due date', () => {
    for (const order of [{ leads: [lead(UNITS.otherLead)] }, { dueOn: { to: july } }]) {
      given(assigned)
        .when(ask('GiveDirection', { orders: { ...order, reason } }), byDirector)
        .thenRejected('REQUIREMENT_MISSING', { command: 'GiveDirection', field: 'document' });
    }
  });

  it('is refused as an amendment would be', () => {
    const orders = { leads: [lead('khong-co')], reason };
    given(assigned)
      .when(ask('GiveDirection', { document: paper, orders }), {
        ...byDirector,
        knownUnitIds: new Set([UNITS.lead]),
      })
      .thenRejected('UNIT_NOT_FOUND', { field: 'leads[0].unitId' });
  });

  it('amends the task and gives it a priority with the direction, once', () => {
    const orders = {
      leads: [lead(UNITS.otherLead)],
      dueOn: { to: july },
      priority: 'urgent' as const,
      reason,
    };
    const command = ask('GiveDirection', { document: paper, orders });
    const ordered = [
      direction,
      happened('TaskAmended', {
        title: null,
        dueOn: { from: DUE_ON, to: july },
        leads: { from: [lead(UNITS.lead)], to: [lead(UNITS.otherLead)] },
        reason,
      }),
      happened('TaskPrioritised'),
    ];
    given(assigned)
      .when(command, byDirector)
      .then(...ordered);
    given(assigned, ...ordered)
      .when(command, byDirector)
      .thenNothing();
  });

  it('needs no document for a priority alone, and repeats none that stands', () => {
    const orders = { priority: 'urgent' as const, reason };
    given(assigned)
      .when(ask('GiveDirection', { orders }), byDirector)
      .then(happened('DirectionGiven'), happened('TaskPrioritised'));
    given(assigned, happened('TaskPrioritised'))
      .when(ask('GiveDirection', { orders }), byDirector)
      .then(happened('DirectionGiven'));
    given(assigned)
      .when(ask('GiveDirection', { document: paper, orders: { priority: 'normal', reason } }), {
        actor: officeClerk,
      })
      .then(direction);
  });
});

describe('waiting for a higher authority', () => {
  it('is refused under an id that stands for another wait', () => {
    given(assigned, started, waiting)
      .when(ask('StartAuthorityWait', { authority: 'Bộ Công Thương' }))
      .thenRejected('ID_ALREADY_USED', { field: 'waitId', id: 'cho-1' });
  });

  it('is refused to a service', () => {
    given(assigned, started)
      .when(ask('StartAuthorityWait'), { actor: service })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('begins once', () => {
    given(assigned, started).when(ask('StartAuthorityWait')).then(waiting);
    given(assigned, started, waiting).when(ask('StartAuthorityWait')).thenNothing();
  });

  it('cannot end when it never began, or before it began', () => {
    given(assigned, started)
      .when(ask('EndAuthorityWait'))
      .thenRejected('AUTHORITY_WAIT_NOT_FOUND', { waitId: 'cho-1' });
    given(assigned, started, waiting)
      .when(ask('EndAuthorityWait'), { on: before })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it('ends once', () => {
    given(assigned, started, waiting).when(ask('EndAuthorityWait'), { actor: service }).then(ended);
    given(assigned, started, waiting, ended).when(ask('EndAuthorityWait')).thenNothing();
    given(assigned, started, waiting, ended)
      .when(ask('EndAuthorityWait'), { on: later })
      .thenRejected('AUTHORITY_WAIT_ALREADY_ENDED', { waitId: 'cho-1', untilOn: TODAY });
  });
});
