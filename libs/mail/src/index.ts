export { backOffMs } from './outbox/back-off';
export { Outbox, type OutboxDepth, type OutboxOptions, type OutgoingNotice } from './outbox/outbox';
export { deliverLetters, type Delivery, type DeliveryParts } from './deliver-letters';
export type { Letter, LetterNotice } from './letter';
export { MailSettingsWrong, readMailSettings, type MailSettings } from './post/mail-settings';
export { openPost, type Post, type Posted } from './post/smtp-post';
