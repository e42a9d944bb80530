import type { EvidencePass } from './evidence-pass.js';

/** Sealed fields of events by which a person is named, reached or found: who may not open name and contact gets them sealed. */
export const contactFields: ReadonlySet<string> = new Set([
  ...['name', 'surname', 'givenName', 'patronymic', 'contact', 'phone', 'address', 'subject'],
  ...['receivedFromBody', 'formerReceivedFromBody'],
  ...['forwardedBy', 'identifiedBy', 'author', 'authorName', 'mailId'],
]);

const none: ReadonlySet<string> = new Set();

/** What stays sealed in the evidence file for which the pass is. */
export function closedFields({ withContacts }: Pick<EvidencePass, 'withContacts'>): ReadonlySet<string> {
  return withContacts === true ? none : contactFields;
}
