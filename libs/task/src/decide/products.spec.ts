import { localDate } from '@thidua/kernel';
import {
  ask,
  deputyDirector,
  given,
  happened,
  leadClerk,
  leadHead,
  officeClerk,
  officeHead,
  paper,
  person,
  proof,
  service,
  TODAY,
  UNITS,
} from '../testing';

const products = [
  { productId: 'sp-1', title: 'Báo cáo' },
  { productId: 'sp-2', title: 'Phụ lục' },
];
const assigned = happened('TaskAssigned', { products });
const started = happened('WorkStarted');
const handedIn = happened('ProductHandedIn');
const accepted = happened('ProductAccepted');
const returned = happened('ProductReturned');
const byClerk = { actor: leadClerk };
const byOffice = { actor: officeClerk };
const other = { ...proof, note: 'bản khác' };

describe('handing a product in', () => {
  it('is refused for a product the task does not list', () => {
    given(assigned, started)
      .when(ask('HandInProduct', { productId: 'sp-9' }), byClerk)
      .thenRejected('PRODUCT_NOT_FOUND', { field: 'productId', productId: 'sp-9' });
  });

  it('is refused to the Office', () => {
    given(assigned, started).when(ask('HandInProduct'), byOffice).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused while an earlier hand-in awaits its verdict', () => {
    given(assigned, started, handedIn)
      .when(ask('HandInProduct', { evidence: [other] }), byClerk)
      .thenRejected('PRODUCT_ALREADY_HANDED_IN', { productId: 'sp-1', handedInOn: TODAY });
  });

  it('is refused once the product is accepted', () => {
    given(assigned, started, handedIn, accepted)
      .when(ask('HandInProduct'), byClerk)
      .thenRejected('PRODUCT_ALREADY_ACCEPTED', { productId: 'sp-1' });
  });

  it('changes nothing when the same thing is handed in again', () => {
    given(assigned, started, handedIn).when(ask('HandInProduct'), byClerk).thenNothing();
  });

  it('counts as the start of work', () => {
    given(assigned).when(ask('HandInProduct'), byClerk).then(started, handedIn);
  });

  it('counts the attempts of each product apart', () => {
    given(assigned, started, handedIn, returned)
      .when(ask('HandInProduct', { evidence: [other] }), byClerk)
      .then(happened('ProductHandedIn', { evidence: [other], attempt: 2 }));
    given(assigned, started, handedIn, returned)
      .when(ask('HandInProduct', { productId: 'sp-2' }), byClerk)
      .then(happened('ProductHandedIn', { productId: 'sp-2', attempt: 1 }));
  });
});

describe.each([
  ['accepting', 'AcceptProduct'],
  ['returning', 'ReturnProduct'],
] as const)('%s a product', (_, command) => {
  it('is refused to the lead unit', () => {
    given(assigned, started, handedIn)
      .when(ask(command), { actor: leadHead })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it.each([
    ['before it is handed in', []],
    [
      'that stands returned for another reason',
      [handedIn, happened('ProductReturned', { reason: 'Sai mẫu' })],
    ],
  ])('is refused %s', (_when, history) => {
    given(assigned, started, ...history)
      .when(ask(command), byOffice)
      .thenRejected('PRODUCT_NOT_HANDED_IN', { productId: 'sp-1' });
  });

  it('is refused to whoever handed it in', () => {
    const both = person('chuyen-vien', [[UNITS.office, 'staff']]);
    given(assigned, started, handedIn)
      .when(ask(command), { actor: both })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });

  it('is refused to the Office when the Office leads, and open above it', () => {
    const officeTask = happened('TaskAssigned', {
      products,
      leads: [{ unitId: UNITS.office, role: 'lead' }],
    });
    given(officeTask, started, handedIn)
      .when(ask(command), { actor: officeHead })
      .thenRejected('GUARD_FAILED', { guard: 'officeTaskVerifiedAbove' });
    given(officeTask, started, handedIn)
      .when(ask(command), { actor: deputyDirector })
      .then(command === 'AcceptProduct' ? accepted : returned);
  });

  it('is refused on a day before it was handed in', () => {
    given(assigned, started, handedIn)
      .when(ask(command), { ...byOffice, on: localDate('2026-03-09') })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });
});

describe('the verdict on a product', () => {
  it('is recorded once', () => {
    given(assigned, started, handedIn).when(ask('AcceptProduct'), byOffice).then(accepted);
    given(assigned, started, handedIn, accepted).when(ask('AcceptProduct'), byOffice).thenNothing();
    given(assigned, started, handedIn, returned).when(ask('ReturnProduct'), byOffice).thenNothing();
  });

  it('says whether the content was wrong in the main', () => {
    given(assigned, started, handedIn)
      .when(ask('ReturnProduct', { majorContentError: true }), byOffice)
      .then(happened('ProductReturned', { majorContentError: true }));
  });

  it('cannot be turned back once the product is accepted', () => {
    given(assigned, started, handedIn, accepted)
      .when(ask('ReturnProduct'), byOffice)
      .thenRejected('PRODUCT_ALREADY_ACCEPTED', { productId: 'sp-1' });
  });

  it('names the attempt it is about', () => {
    given(assigned, started, handedIn, returned, happened('ProductHandedIn', { attempt: 2 }))
      .when(ask('AcceptProduct'), byOffice)
      .then(happened('ProductAccepted', { attempt: 2 }));
  });
});

describe('the way through a higher authority', () => {
  it('begins with the lead unit submitting, which counts as the start of work', () => {
    given(assigned).when(ask('SubmitUpward'), byClerk).then(started, happened('SubmittedUpward'));
  });

  it('changes nothing when the same document is submitted again the same day', () => {
    given(assigned, started, happened('SubmittedUpward'))
      .when(ask('SubmitUpward'), byClerk)
      .thenNothing();
  });

  it('records another document beside the first', () => {
    const document = { ...paper, number: '13/TTr-SCT' };
    given(assigned, started, happened('SubmittedUpward'))
      .when(ask('SubmitUpward', { document }), byClerk)
      .then(happened('SubmittedUpward', { document }));
  });

  it('does not let the lead unit say that the authority has issued', () => {
    given(assigned, started).when(ask('RecordIssue'), byClerk).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('may end after the task is completed', () => {
    given(assigned, happened('ResultReported'), happened('TaskCompleted'))
      .when(ask('RecordIssue'), { actor: service })
      .then(happened('IssuedByAuthority'));
  });
});

describe('reaching a milestone', () => {
  const periodic = happened('TaskAssigned', { kind: 'periodic-after-milestone' });
  const reached = happened('MilestoneReached');

  it('is refused for a task of another kind', () => {
    given(assigned).when(ask('ReachMilestone'), byClerk).thenRejected('NOT_A_MILESTONE_TASK');
  });

  it('is refused a second time on another day', () => {
    given(periodic, started, reached)
      .when(ask('ReachMilestone'), { ...byClerk, on: localDate('2026-03-12') })
      .thenRejected('MILESTONE_ALREADY_REACHED', { reachedOn: TODAY });
  });

  it('changes nothing when it is said again', () => {
    given(periodic, started, reached).when(ask('ReachMilestone'), byClerk).thenNothing();
  });

  it('leaves the task open', () => {
    given(periodic).when(ask('ReachMilestone'), byClerk).then(started, reached);
    given(periodic, started, reached)
      .when(ask('ReportProgress'), byClerk)
      .thenMatching({ type: 'ProgressReported' });
  });
});
