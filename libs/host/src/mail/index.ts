export { emlMailer, emlOutbox } from './eml-outbox.js';
export { mailSettings, type MailConfig } from './mail-config.js';
export { openMailer, outboxFolder } from './open-mailer.js';
export { smtpMailer } from './smtp-mailer.js';
