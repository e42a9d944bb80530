import {
  isOwnPublication,
  mayProposePublication,
  mayPublish,
  mayTakeBackPublication,
} from '@otklik/case/publication-conditions';
import { responseFacts } from '@otklik/case/response';
import { openPublication, type PublicationPart } from '@otklik/case/response-publication';
import type { Answering } from '@otklik/case/response-conditions';
import type { PublicationEnd } from '@otklik/contracts/publication-enumerations';
import { compact, covers, refuse } from '@otklik/kernel';
import { actsOf, type ActingOfficial } from './acting-official.js';
import type {
  EndPublication,
  ProposedPhoto,
  ProposePublication,
  PublicationFacts,
  PublishAnswer,
  TakeBackPublication,
} from './response.commands.js';
import type { Opened, ResponseEvent, ResponseState } from './response.js';

/*
 * An answer on the public pages (59-FZ art. 6(2), 10(4); 152-FZ art. 10.1): a text without persons, prepared by one official,
 * released by another, and taken back by any official of the right role, or by itself once its ground is gone.
 */

/** Photos of one publication. */
const MAX_PHOTOS = 6;

export function propose(command: ProposePublication, state: ResponseState): readonly ResponseEvent[] {
  const opened = demandOpened(command, state);
  const { publication, ground, title, matter, text, by: proposer, onBehalfOf: proposedFor } = command;
  if (opened.published.publication?.id === publication) return [];
  if (!mayProposePublication(answering(command, opened))) refuse('RESPONSE_STATE_FORBIDS');
  if (ground === 'CONSENT') demandAllowed(command, { field: 'ground' });
  const [field] = command.found;
  if (field !== undefined) refuse('PERSONAL_DATA_FOUND', { field });
  const photos = demandPhotos(command, opened);
  const { question } = opened.published;
  const said = { question, publication, ground, title, matter, text, proposer };
  return [compact({ type: 'PublicationProposed', ...said, proposedFor, ...photos })];
}

/** The ground is looked at once more: it may be gone since. */
export function publish(command: PublishAnswer, state: ResponseState): readonly ResponseEvent[] {
  const opened = demandOpened(command, state);
  const publication = openPublication(opened.published) ?? refuse('RESPONSE_STATE_FORBIDS');
  const facts = answering(command, opened);
  if (isOwnPublication(facts, actsOf(command))) refuse('OWN_PUBLICATION');
  if (publication.stage === 'PUBLISHED') return [];
  if (!mayPublish(facts, actsOf(command))) refuse('RESPONSE_STATE_FORBIDS');
  if (publication.ground === 'CONSENT') demandAllowed(command);
  const { by: publisher, onBehalfOf: publishedFor } = command;
  const { question } = opened.published;
  const photos = released(command, publication);
  return [compact({ type: 'AnswerPublished', question, publication: publication.id, publisher, publishedFor, photos })];
}

export function takeBack(command: TakeBackPublication, state: ResponseState): readonly ResponseEvent[] {
  const opened = demandOpened(command, state);
  if (opened.published.publication?.why === 'TAKEN_BACK') return [];
  if (!mayTakeBackPublication(answering(command, opened))) refuse('RESPONSE_STATE_FORBIDS');
  return endOf(opened, 'TAKEN_BACK', command.reason);
}

/** What rests on no consent of the author outlives its withdrawal, and not the erasure of the author's data. */
export function endPublication({ why }: EndPublication, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE') return [];
  const { ground } = state.published.publication ?? {};
  return why === 'CONSENT_WITHDRAWN' && ground !== 'CONSENT' ? [] : endOf(state, why);
}

/** None where nothing is published or waits for it. */
export function endOf({ published }: Opened, why: PublicationEnd, reason?: string): readonly ResponseEvent[] {
  const { question } = published;
  const open = openPublication(published);
  if (!open) return [];
  const type = open.stage === 'PROPOSED' ? 'PublicationDropped' : 'AnswerUnpublished';
  return [compact({ type, question, publication: open.id, why, reason })];
}

/** Those of the author rest on the author's consent alone; those of the answer are its signed files. */
function demandPhotos(
  { ground, photos = [], photoAlts }: ProposePublication,
  { published: { answer } }: Opened,
): Pick<ProposePublication, 'photos' | 'photoAlts'> {
  if (photos.length === 0) return {};
  if (photos.length > MAX_PHOTOS) refuse('TOO_MANY_FILES', { field: 'photos', max: MAX_PHOTOS });
  if (ground !== 'CONSENT' && photos.some(({ side }) => side === 'BEFORE'))
    refuse('NO_CONSENT_TO_PUBLISH', { field: 'photos' });
  const given = (answer?.files ?? []).filter(({ type }) => type.startsWith('image/')).map(({ id }) => id);
  const isUnknown = ({ side, file }: ProposedPhoto): boolean => side === 'AFTER' && !given.includes(file);
  const isTwice = new Set(photos.map(({ file }) => file)).size < photos.length;
  if (isTwice || photos.some(isUnknown)) refuse('FILE_UNKNOWN', { field: 'photos' });
  return compact({ photos, photoAlts });
}

/** Each that the official saw and released, of those that were proposed; undefined: none. */
function released({ photos = [] }: PublishAnswer, proposed: PublicationPart): readonly string[] | undefined {
  if (photos.some((file) => !proposed.photos?.includes(file))) refuse('FILE_UNKNOWN', { field: 'photos' });
  return photos.length === 0 ? undefined : [...new Set(photos)];
}

function demandAllowed({ allowed }: PublicationFacts, details = {}): void {
  if (!allowed) refuse('NO_CONSENT_TO_PUBLISH', details);
}

/** An official whose role is bound to a department acts on its questions only. */
function demandOpened({ mayActIn, department }: ActingOfficial, state: ResponseState): Opened {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  return state;
}

function answering(command: ActingOfficial & { readonly answered?: boolean }, { published }: Opened): Answering {
  const { department, executor, answered } = command;
  return { ...responseFacts(published), department, executor, answered };
}
