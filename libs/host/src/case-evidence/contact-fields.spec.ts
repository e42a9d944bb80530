import { expect, it } from '@jest/globals';
import type { EventDeclaration } from '@otklik/contracts/declare-event';
import { eventOwners } from '@otklik/contracts/published-events';
import { closedFields, contactFields } from './contact-fields.js';

/** Read by who reads the card; a field of an event is one of these, or of those that name or reach the person. */
const texts = [
  ...['text', 'reason', 'words', 'comment', 'resolution', 'asked', 'nextStep', 'said', 'notes', 'gist', 'formerGist'],
  ...['placeText', 'formerPlaceText', 'point', 'formerPoint', 'topicAnswers', 'fileNames', 'originReason'],
  ...['sourceRef', 'sourceUrl', 'signer', 'issuer', 'title', 'matter', 'photoAlts'],
  // Of an old journal.
  ...['answerNumber', 'executor', 'result', 'topicWord'],
];

it('says of each sealed field of an event whether it names or reaches the person', () => {
  const declared = eventOwners.flatMap(({ events }) =>
    Object.values<EventDeclaration>(events).flatMap(({ personal }) => personal),
  );
  expect([...new Set(declared)].sort()).toEqual([...contactFields, ...texts].sort());
});

it('opens them to the pass that says so alone', () => {
  expect(closedFields({ withContacts: true }).size).toBe(0);
  expect([closedFields({ withContacts: false }), closedFields({})]).toEqual([contactFields, contactFields]);
});
