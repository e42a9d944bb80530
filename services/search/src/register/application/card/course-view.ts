import { isConsidered } from '@otklik/case/question-status';
import {
  type ExtensionAskPart,
  type ExtensionPart,
  type InterimPart,
  type RequestPart,
  endOfRequest,
  isAnswerable,
} from '@otklik/case/question-course';
import type { QuestionPart } from '@otklik/case/question';
import { deadlineView } from '@otklik/contracts/deadline-view';
import type {
  CardExtension,
  CardExtensionAsk,
  CardInterim,
  CardRequest,
  QuestionCard,
} from '@otklik/contracts/generated/graphql';
import type { Opened, SealedRef } from './clear-texts.js';
import { officialOf } from '../list/directory-names.js';
import type { Viewing } from './row-view.js';

/** Sealed texts of what changes the terms of a question. */
export function courseTexts({ extension, extensionAsk, requests = [], interim }: QuestionPart): readonly SealedRef[] {
  return [
    { sealed: extension?.reason, field: 'reason' },
    { sealed: extensionAsk?.reason, field: 'reason' },
    { sealed: extensionAsk?.refused?.reason, field: 'reason' },
    ...requests.flatMap(({ asked, received }) => [
      { sealed: asked, field: 'asked' },
      { sealed: received?.text, field: 'text' },
    ]),
    { sealed: interim?.text, field: 'text' },
  ];
}

export function courseView(
  part: QuestionPart,
  opened: Opened,
  view: Viewing,
): Pick<QuestionCard, 'extension' | 'extensionAsk' | 'requests' | 'interim'> {
  const { extension, extensionAsk, requests = [], interim, state } = part;
  return {
    extension: extension ? extensionView(extension, opened, view) : null,
    extensionAsk: extensionAsk ? askView(extensionAsk, opened, view) : null,
    requests: requests.map((one) => ({
      ...requestView(one, opened, view),
      linkOpens: requestOpens(state, one),
      endedOn: endOfRequest(part, one) ?? null,
    })),
    interim: interim ? interimView(interim, opened, view) : null,
  };
}

function extensionView(
  { state, ground, reason, from, deadline, at: decidedAt, by, provedAt }: ExtensionPart,
  opened: Opened,
  { directory, district }: Viewing,
): CardExtension {
  return {
    state,
    ground,
    from,
    until: deadline.dueOn,
    decidedAt,
    provedAt: provedAt ?? null,
    reason: opened(reason) ?? null,
    decidedBy: officialOf(directory, district, by) ?? null,
  };
}

function askView(
  { ground, days, until, reason, at: askedAt, by, refused }: ExtensionAskPart,
  opened: Opened,
  { directory, district }: Viewing,
): CardExtensionAsk {
  return {
    ground,
    days,
    until,
    askedAt,
    refusedAt: refused?.at ?? null,
    reason: opened(reason) ?? null,
    askedBy: officialOf(directory, district, by) ?? null,
    refusedBy: officialOf(directory, district, refused?.by) ?? null,
    refusalReason: opened(refused?.reason) ?? null,
  };
}

function requestView(
  { request: id, body, purpose = 'INFORMATION', asked, at: requestedAt, by, deadline, received, sentAt }: RequestPart,
  opened: Opened,
  { directory, district, language }: Viewing,
): Omit<CardRequest, 'linkOpens' | 'endedOn'> {
  return {
    id,
    body,
    purpose,
    requestedAt,
    asked: opened(asked) ?? null,
    ...receivedView(received, opened),
    requestedBy: officialOf(directory, district, by) ?? null,
    deadline: deadlineView(deadline, language),
    sentAt: sentAt ?? null,
  };
}

function receivedView(
  received: RequestPart['received'],
  opened: Opened,
): Pick<CardRequest, 'receivedOn' | 'number' | 'source' | 'text'> {
  if (!received) return {};
  const { receivedOn, number, source = 'LETTER', text } = received;
  return { receivedOn, number: number ?? null, source, text: opened(text) ?? null };
}

/** Whether the page of the body that was asked opens. */
export function requestOpens(state: QuestionPart['state'], request: RequestPart): boolean {
  return isConsidered(state) && isAnswerable(request);
}

function interimView(
  { text, at: givenAt, by, toldAt, late = false }: InterimPart,
  opened: Opened,
  { directory, district }: Viewing,
): CardInterim {
  const givenBy = officialOf(directory, district, by) ?? null;
  return { text: opened(text) ?? null, givenAt, givenBy, toldAt: toldAt ?? null, late };
}
