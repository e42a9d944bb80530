import type { EnterAppealInput } from '../../generated/graphql.js';
import { senders } from '../../parts/senders.js';
import { contactOf, type RegistrationDraft } from './registration-draft.js';

/** What the server gets of a draft: fields that the way hides, and empty ones, are left out. */
export function entryOf(district: string, draft: RegistrationDraft): EnterAppealInput {
  const isPaper = draft.way === 'PAPER';
  const contact = contactOf(draft);
  const phone = draft.phone.trim();
  return {
    district,
    key: draft.enterKey,
    channel: draft.way,
    text: draft.text,
    receivedOn: draft.receivedOn,
    answerWay: draft.answerWay,
    kind: draft.kind,
    ...filled({ surname: draft.surname, givenName: draft.givenName, patronymic: draft.patronymic }),
    ...(contact !== undefined && { contact }),
    ...(!(phone === '' || phone === contact) && { phone }),
    ...addressOf(draft),
    ...placeOf(draft),
    ...topicOf(draft),
    ...(isPaper && {
      ...counted('signatories', draft.signatories),
      ...senderOf(draft),
      ...originalOf(draft),
    }),
    ...(draft.files.length !== 0 && { files: draft.files.map(({ id }) => id) }),
  };
}

function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])),
  );
}

function addressOf({ address, postcode }: RegistrationDraft): Pick<EnterAppealInput, 'address'> {
  if (address.trim() === '') return {};
  return { address: { text: address.trim(), ...filled({ postcode }) } };
}

function placeOf({ settlement, place }: RegistrationDraft): Pick<EnterAppealInput, 'place'> {
  const where = filled({ settlement, text: place });
  return Object.keys(where).length === 0 ? {} : { place: where };
}

/** What the topic asks is answered beside the text. */
function topicOf({ topic, topicAnswers }: RegistrationDraft): Pick<EnterAppealInput, 'topic' | 'topicAnswers'> {
  if (topic === '') return {};
  const answers = Object.entries(filled(topicAnswers)).map(([question, answer]) => ({ question, answer }));
  return { topic, ...(answers.length !== 0 && { topicAnswers: answers }) };
}

/** The body that sent it on, and its letter. */
function senderOf(draft: RegistrationDraft): Pick<EnterAppealInput, 'receivedFrom'> {
  const kind = senders.find((one) => one === draft.senderKind);
  if (!kind) return {};
  const letter = filled({ number: draft.senderNumber, date: draft.senderDate, term: draft.senderTerm });
  const wantsAnswer = draft.senderWantsAnswer === 'yes';
  return { receivedFrom: { kind, body: draft.senderBody.trim(), ...letter, ...(wantsAnswer && { wantsAnswer }) } };
}

function originalOf(draft: RegistrationDraft): Pick<EnterAppealInput, 'original'> {
  const original = {
    ...filled({ number: draft.originalNumber, date: draft.originalDate }),
    ...counted('sheets', draft.sheets),
    ...counted('enclosures', draft.enclosures),
  };
  return Object.keys(original).length === 0 ? {} : { original };
}

function counted(field: 'sheets' | 'enclosures' | 'signatories', typed: string): Readonly<Record<string, number>> {
  const count = Number.parseInt(typed, 10);
  return Number.isNaN(count) ? {} : { [field]: count };
}
