export { emlMailer, emlOutbox } from './eml-outbox.js';
export { LetterReceiver, type Letter, type LetterReceiverSettings } from './letter-receiver.js';
export { mailSettings, type MailConfig } from './mail-config.js';
export { openMailer, outboxFolder } from './open-mailer.js';
export { mailServerRefusal, smtpMailer } from './smtp-mailer.js';
