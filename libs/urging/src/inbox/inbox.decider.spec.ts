import { localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import { director, leadHead, service } from '@thidua/task/testing';
import { inboxDecider, type InboxContext } from './inbox.decider';
import type { InboxEvent } from './inbox.events';

const on = localDate('2025-10-03');
const context: InboxContext = { actor: leadHead, on, personId: leadHead.actor.id };
const given = specify(inboxDecider, context);
const read = (...noticeIds: string[]): InboxEvent => ({
  type: 'NoticesRead',
  data: { personId: leadHead.actor.id, noticeIds, readOn: on },
});
const mark = (...noticeIds: string[]) =>
  ({ type: 'MarkNoticesRead', data: { noticeIds } }) as const;

describe('an inbox', () => {
  it('records what is read for the first time, each notice once', () => {
    given()
      .when(mark('a', 'b', 'a'))
      .then(read('a', 'b'));
    given(read('a')).when(mark('a', 'b')).then(read('b'));
    given(read('a', 'b')).when(mark('b', 'a')).then();
  });

  it('is nobody’s but its person’s: no superior, no service, no deputy', () => {
    given().when(mark('a'), { actor: director }).thenRejected('INBOX_OF_ANOTHER');
    given().when(mark('a'), { actor: service }).thenRejected('INBOX_OF_ANOTHER');
    const onBehalfOf = { personId: 'x', legalBasis: '1/QĐ' };
    const deputy = { ...leadHead, actor: { ...leadHead.actor, onBehalfOf } };
    given().when(mark('a'), { actor: deputy }).thenRejected('INBOX_OF_ANOTHER');
  });
});
