import type { Outcome, SendBackReason } from '@otklik/contracts/enumerations';
import type { PhotoSide, PublicationEnd, PublicationGround } from '@otklik/contracts/publication-enumerations';
import type { LocalDate } from '@otklik/kernel';
import type { ActingOfficial } from './acting-official.js';
import type { DraftFiles, ReadyTextUse } from './response.js';

export type ResponseCommand =
  | OpenResponse
  | DraftResponse
  | AddNote
  | ApproveResponse
  | SendBackResponse
  | SignResponse
  | RevokeResponse
  | LeaveDepartment
  | RefuseAnswer
  | ConfirmDispatch
  | CloseResponse
  | ReopenResponse
  | ProposePublication
  | PublishAnswer
  | TakeBackPublication
  | EndPublication;

export interface OpenResponse {
  readonly type: 'OpenResponse';
  readonly question: string;
  readonly person: string;
  /** The question was closed, and is considered again. */
  readonly again?: true;
}

export interface DraftResponse extends ActingOfficial {
  readonly type: 'DraftResponse';
  readonly draft: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly promisedUntil?: LocalDate;
  readonly files?: DraftFiles;
  /** Names of the files in their order, as one JSON array. */
  readonly fileNames?: string;
  readonly readyTexts?: readonly ReadyTextUse[];
  /** How many percent of the words of the draft before are in this one. */
  readonly left?: number;
}

export interface AddNote extends ActingOfficial {
  readonly type: 'AddNote';
  readonly note: string;
  readonly text: string;
}

export interface ApproveResponse extends ActingOfficial {
  readonly type: 'ApproveResponse';
}

export interface SendBackResponse extends ActingOfficial {
  readonly type: 'SendBackResponse';
  readonly code: SendBackReason;
  readonly reason: string;
}

export interface SignResponse extends ActingOfficial {
  readonly type: 'SignResponse';
  /** Id of the answer to be. */
  readonly answer: string;
  /** The draft that was opened for signing; undefined when there is none, or its text is erased. */
  readonly opened: { readonly draft: string; readonly text: string; readonly fileNames?: string } | undefined;
  readonly signedAt: string;
  readonly signature: string;
  /** Of one who acts in another's stead: «и. о. главы района». */
  readonly post?: string;
}

export interface RevokeResponse extends ActingOfficial {
  readonly type: 'RevokeResponse';
  readonly reason: string;
  /** A fact of routing: the answer is proved to be sent. */
  readonly answered: boolean;
}

/** The question was routed, or returned to the coordinator: then it has no department. */
export interface LeaveDepartment {
  readonly type: 'LeaveDepartment';
  readonly department: string | undefined;
}

/** Routing does not accept the signed answer: the question had left the department first, or has ended. */
export interface RefuseAnswer {
  readonly type: 'RefuseAnswer';
  readonly answer: string;
  readonly ended: boolean;
}

/** The answer is proved to be sent. */
export interface ConfirmDispatch {
  readonly type: 'ConfirmDispatch';
  readonly answer: string | undefined;
}

export interface CloseResponse {
  readonly type: 'CloseResponse';
}

/** The question is considered again. */
export interface ReopenResponse {
  readonly type: 'ReopenResponse';
}

/** Facts that a publication depends on, from routing and intake. */
export interface PublicationFacts {
  /** The answer is proved to be sent. */
  readonly answered: boolean;
  /** Its author agreed to the publication of this answer, and did not withdraw it. */
  readonly allowed: boolean;
}

export interface ProposePublication extends ActingOfficial, PublicationFacts {
  readonly type: 'ProposePublication';
  readonly publication: string;
  readonly ground: PublicationGround;
  readonly title: string;
  readonly matter: string;
  readonly text: string;
  /** Fields whose text still holds what may be personal data, and is no name of an official in office. */
  readonly found: readonly ('title' | 'matter' | 'text' | 'photos')[];
  /** In the order in which all are to see them. */
  readonly photos?: readonly ProposedPhoto[];
  /** What each of them shows, in their order, as one JSON array. */
  readonly photoAlts?: string;
}

export interface ProposedPhoto {
  readonly file: string;
  readonly side: PhotoSide;
}

export interface PublishAnswer extends ActingOfficial, PublicationFacts {
  readonly type: 'PublishAnswer';
  /** Files of the photos on which the official saw nothing that points at a person. */
  readonly photos?: readonly string[];
}

export interface TakeBackPublication extends ActingOfficial {
  readonly type: 'TakeBackPublication';
  readonly reason: string;
}

/** By what happened to its ground or its author. */
export interface EndPublication {
  readonly type: 'EndPublication';
  readonly why: Exclude<PublicationEnd, 'TAKEN_BACK' | 'CONSIDERED_AGAIN'>;
}
