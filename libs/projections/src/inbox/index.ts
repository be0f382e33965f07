export { findNotices, listInbox, type InboxEntry, type InboxFilter } from './inbox.queries';
export { notices, type NoticeRow } from './notices.projection';
export { noticesRead, type NoticeReadRow } from './notices-read.projection';
