import { localDate } from '@thidua/kernel';
import {
  ask,
  director,
  DUE_ON,
  given,
  happened,
  leadClerk,
  leadHead,
  named,
  officeClerk,
  otherLeadHead,
  person,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const byOffice = { actor: officeClerk };
const lead = { unitId: UNITS.lead, role: 'lead' as const };
const otherLead = { unitId: UNITS.otherLead, role: 'lead' as const };
const mayEnd = localDate('2026-05-31');
const unchanged = { title: null, dueOn: null, leads: null, products: null };

describe('amending a task', () => {
  it('is refused to the lead unit', () => {
    given(assigned).when(ask('AmendTask'), { actor: leadHead }).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused when it says nothing', () => {
    given(assigned)
      .when(ask('AmendTask', { title: null }), byOffice)
      .thenRejected('AMENDMENT_IS_EMPTY');
  });

  it.each([
    ['UNIT_NOT_FOUND', { leads: [otherLead] }],
    ['UNIT_NAMED_TWICE', { leads: [lead, lead] }],
    [
      'PRODUCT_NAMED_TWICE',
      {
        products: [
          { productId: 'a', title: 'A' },
          { productId: 'a', title: 'B' },
        ],
      },
    ],
  ])('is refused with %s as an assignment would be', (code, input) => {
    given(assigned)
      .when(ask('AmendTask', input), { ...byOffice, knownUnitIds: new Set([UNITS.lead]) })
      .thenRejected(code);
  });

  it('changes nothing when everything is so already', () => {
    given(assigned)
      .when(
        ask('AmendTask', {
          title: 'Xây dựng báo cáo tổng hợp',
          dueOn: { to: DUE_ON },
          leads: [lead],
          products: [],
        }),
        byOffice,
      )
      .thenNothing();
  });

  it('records only what changes', () => {
    given(assigned)
      .when(ask('AmendTask', { leads: [lead] }), byOffice)
      .then(happened('TaskAmended'));
  });

  it.each([
    ['earlier', mayEnd],
    ['to no day at all', null],
  ])('may move the due date %s', (_, to) => {
    given(assigned)
      .when(ask('AmendTask', { title: null, dueOn: { to } }), byOffice)
      .then(happened('TaskAmended', { ...unchanged, dueOn: { from: DUE_ON, to } }));
  });

  it('moves the lead: the new unit may act, the old one and its people no longer', () => {
    const moved = happened('TaskAmended', {
      ...unchanged,
      leads: { from: [lead], to: [otherLead] },
    });
    const history = [
      assigned,
      happened('PersonAssigned', { personId: 'nguoi-ngoai', subtaskId: null }),
      moved,
    ];
    given(assigned)
      .when(ask('AmendTask', { title: null, leads: [otherLead] }), byOffice)
      .then(moved);
    given(...history)
      .when(ask('AcceptTask'), { actor: otherLeadHead })
      .thenMatching({ type: 'TaskAccepted', data: { unitId: UNITS.otherLead } });
    for (const actor of [leadHead, person('nguoi-ngoai', [])]) {
      given(...history)
        .when(ask('StartWork'), { actor })
        .thenRejected('ROLE_NOT_ALLOWED');
    }
  });

  it('keeps what happened to the products that stay', () => {
    const products = [
      { productId: 'sp-1', title: 'Báo cáo (sửa)' },
      { productId: 'sp-2', title: 'Phụ lục' },
    ];
    const history = [
      happened('TaskAssigned', { products: [{ productId: 'sp-1', title: 'Báo cáo' }] }),
      happened('WorkStarted'),
      happened('ProductHandedIn'),
      happened('ProductAccepted'),
      happened('TaskAmended', { ...unchanged, products }),
    ];
    given(...history)
      .when(ask('HandInProduct'), { actor: leadClerk })
      .thenRejected('PRODUCT_ALREADY_ACCEPTED');
    given(...history)
      .when(ask('HandInProduct', { productId: 'sp-2' }), { actor: leadClerk })
      .thenMatching({ type: 'ProductHandedIn', data: { productId: 'sp-2', attempt: 1 } });
  });
});

describe('correcting a record', () => {
  const done = [assigned, happened('ResultReported'), happened('TaskCompleted')];
  const completedOn = (now: string) =>
    ask('CorrectTask', { field: 'completedOn', now: localDate(now) });

  it('is refused to the lead unit', () => {
    given(assigned).when(ask('CorrectTask'), { actor: leadHead }).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused when the actor agrees with themselves', () => {
    given(assigned)
      .when(ask('CorrectTask', { agreedBy: 'chuyen-vien-vp' }), byOffice)
      .thenRejected('SECOND_PERSON_REQUIRED', { field: 'agreedBy' });
  });

  it('is refused when the second person is the one the actor acts for', () => {
    const acting = person('chuyen-vien-vp', [[UNITS.office, 'staff']], {
      onBehalfOf: { personId: 'chanh-van-phong', legalBasis: '17/QĐ-SCT' },
    });
    given(assigned)
      .when(ask('CorrectTask'), { actor: acting })
      .thenRejected('SECOND_PERSON_REQUIRED');
  });

  it('is refused when the second person is not in the directory', () => {
    given(assigned)
      .when(ask('CorrectTask'), { ...byOffice, knownPersonIds: new Set(['chuyen-vien-vp']) })
      .thenRejected('PERSON_NOT_FOUND', { field: 'agreedBy', personId: 'chanh-van-phong' });
  });

  it('is refused for the completion of a task that is not completed', () => {
    given(assigned).when(completedOn('2026-03-01'), byOffice).thenRejected('TASK_NOT_COMPLETED');
  });

  it('is refused for a completion before the assignment, after today, or on no day', () => {
    given(...done)
      .when(completedOn('2026-01-14'), byOffice)
      .thenRejected('DAY_TOO_EARLY', { field: 'now', earliestOn: '2026-01-15' });
    given(...done)
      .when(completedOn('2026-03-11'), byOffice)
      .thenRejected('DAY_IN_FUTURE', { field: 'now', latestOn: TODAY });
    given(...done)
      .when(ask('CorrectTask', { field: 'completedOn', now: null }), byOffice)
      .thenRejected('COMPLETION_DAY_REQUIRED');
  });

  it('changes nothing when the record says so already', () => {
    given(...done)
      .when(completedOn(TODAY), byOffice)
      .thenNothing();
  });

  it('records what it was and what it is now', () => {
    const now = localDate('2026-03-01');
    const corrected = happened('TaskCorrected', { field: 'completedOn', was: TODAY, now });
    given(...done)
      .when(completedOn(now), byOffice)
      .then(corrected);
    given(...done, corrected)
      .when(completedOn(TODAY), byOffice)
      .then(happened('TaskCorrected', { field: 'completedOn', was: now, now: TODAY }));
  });

  it('may move a wrongly recorded due date earlier', () => {
    given(assigned).when(ask('CorrectTask'), byOffice).then(happened('TaskCorrected'));
  });

  describe('that names its event', () => {
    const eventId = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
    const june15 = localDate('2026-06-15');
    const recordedAs = (...events: ReturnType<typeof happened>[]) => ({
      ...byOffice,
      named: named({
        events: new Map(
          events.map((event, index) => [index === 0 ? eventId : `e-${index}`, event]),
        ),
      }),
    });

    it('is refused when no event of the task bears the id', () => {
      given(assigned)
        .when(ask('CorrectTask'), { ...byOffice, named: named() })
        .thenRejected('EVENT_NOT_OF_TASK', { field: 'eventId', eventId });
    });

    it.each([
      ['dueOn', happened('WorkStarted')],
      ['dueOn', happened('TaskCompleted')],
      ['dueOn', happened('TriggerReceived')],
      ['dueOn', happened('TaskAmended')],
      ['completedOn', happened('TaskAssigned')],
      ['completedOn', happened('ResultReported')],
    ] as const)('is refused when the event carries no %s', (field, event) => {
      given(...done)
        .when(ask('CorrectTask', { field, now: localDate('2026-03-01') }), recordedAs(event))
        .thenRejected('EVENT_LACKS_FIELD', {
          field: 'eventId',
          type: event.type,
          lacking: field,
          bearers:
            field === 'dueOn'
              ? ['TaskAssigned', 'TriggerReceived', 'DeadlineExtended', 'TaskAmended']
              : ['TaskCompleted', 'OngoingClosed'],
        });
    });

    const other = localDate('2026-05-05');
    it.each([
      [DUE_ON, happened('TaskAssigned')],
      [null, happened('TaskAssigned', { dueOn: null })],
      [other, happened('TriggerReceived', { dueOn: other })],
      [other, happened('DeadlineExtended', { to: other })],
      [other, happened('TaskAmended', { dueOn: { from: null, to: other } })],
      [null, happened('TaskAmended', { dueOn: { from: other, to: null } })],
    ] as const)('replaces the due day %s the event set', (was, event) => {
      given(assigned)
        .when(ask('CorrectTask'), recordedAs(event))
        .then(happened('TaskCorrected', { was }));
    });

    it.each([
      ['TaskCompleted', happened('TaskCompleted', { completedOn: other })],
      ['OngoingClosed', happened('OngoingClosed', { closedOn: other })],
    ] as const)('replaces the day of completion of %s', (_, event) => {
      given(...done)
        .when(completedOn('2026-03-01'), recordedAs(event))
        .thenMatching({ type: 'TaskCorrected', data: { was: other, now: '2026-03-01' } });
    });

    it('replaces what the event was last corrected to, and nothing when it is so already', () => {
      const once = happened('TaskCorrected', { now: other });
      const elsewhere = happened('TaskCorrected', { eventId: 'e-9', now: june15 });
      given(assigned, once)
        .when(ask('CorrectTask'), recordedAs(assigned, once, elsewhere))
        .then(happened('TaskCorrected', { was: other }));
      given(assigned, happened('TaskCorrected'))
        .when(ask('CorrectTask'), recordedAs(assigned, happened('TaskCorrected'), elsewhere))
        .thenNothing();
    });

    it('leaves the due date in force when the corrected one has been extended since', () => {
      const extended = happened('DeadlineExtended');
      const corrected = happened('TaskCorrected');
      given(assigned, extended)
        .when(ask('CorrectTask'), recordedAs(assigned, extended))
        .then(corrected);
      given(assigned, extended, corrected)
        .when(ask('ExtendDeadline', { dueOn: june15 }), { actor: director })
        .thenRejected('DUE_DATE_MUST_MOVE_LATER', { from: '2026-07-31' });
      given(assigned, corrected)
        .when(ask('ExtendDeadline'), { actor: director })
        .thenMatching({ type: 'DeadlineExtended', data: { from: june15 } });
    });
  });
});

describe('a list of products', () => {
  const { productId, title } = { productId: 'sp-1', title: 'Báo cáo' };
  const withProduct = happened('TaskAssigned', { products: [{ productId, title }] });

  it('is not amended by the very same list', () => {
    given(withProduct)
      .when(ask('AmendTask', { title: null, products: [{ productId, title }] }), {
        actor: officeClerk,
      })
      .thenNothing();
  });

  it('is amended when only a title differs, or when none was there', () => {
    const products = [{ productId, title: 'Báo cáo chuyên đề' }];
    for (const history of [withProduct, assigned]) {
      given(history)
        .when(ask('AmendTask', { title: null, products }), { actor: officeClerk })
        .then(happened('TaskAmended', { title: null, products }));
    }
  });
});
