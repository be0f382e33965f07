import { localDate, type ActorFacts, type HeldPost } from '@thidua/kernel';
import type { CalendarEvent, CalendarFacts } from '../notices/calendar.events';

const person = (id: string, post: HeldPost): ActorFacts => ({
  actor: { kind: 'person', id, unitId: post.unitId, role: post.post, onBehalfOf: null },
  posts: [post],
});

export const officeClerk = person('cb-004', { unitId: 'vp', unitKind: 'office', post: 'staff' });
export const director = person('cb-001', { unitId: 'sct', unitKind: 'department', post: 'head' });
export const departmentClerk = person('cb-009', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'staff',
});
export const divisionHead = person('cb-010', {
  unitId: 'qlcn',
  unitKind: 'division',
  post: 'head',
});
export const integratedService: ActorFacts = {
  actor: { kind: 'service', id: 'one-stop', unitId: null, role: null, onBehalfOf: null },
  posts: [],
};

/** The swap that was proposed for November 2026, as if it had been decided. */
export const noticeAdded = (
  data: Partial<CalendarFacts<'CalendarNoticeAdded'>> = {},
): Extract<CalendarEvent, { type: 'CalendarNoticeAdded' }> => ({
  type: 'CalendarNoticeAdded',
  data: {
    calendarId: 'vn',
    noticeId: 'hoan-doi-11-2026',
    title: 'Hoán đổi ngày làm việc dịp 24/11/2026',
    days: [
      { on: localDate('2026-11-23'), becomes: 'swapped-off', name: null },
      { on: localDate('2026-11-28'), becomes: 'make-up', name: null },
    ],
    document: { number: '99/TB-MAU', date: localDate('2026-11-02'), issuer: null, title: null },
    reason: null,
    validFrom: localDate('2026-11-03'),
    ...data,
  },
});

export const noticeWithdrawn = (
  data: Partial<CalendarFacts<'CalendarNoticeWithdrawn'>> = {},
): Extract<CalendarEvent, { type: 'CalendarNoticeWithdrawn' }> => ({
  type: 'CalendarNoticeWithdrawn',
  data: {
    calendarId: 'vn',
    noticeId: 'hoan-doi-11-2026',
    reason: 'Ghi nhầm: mới chỉ là đề xuất',
    withdrawnOn: localDate('2026-11-04'),
    ...data,
  },
});
