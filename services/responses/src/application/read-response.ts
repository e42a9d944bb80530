import { Injectable } from '@nestjs/common';
import type { EarlierDraft, ResponseVersion } from '@otklik/contracts/generated/graphql';
import { domainEvent, EventStore, type RecordedEvent } from '@otklik/event-store';
import { fold, refuse } from '@otklik/kernel';
import { Directory, type Departments } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { response } from '../domain/response.decide.js';
import type { ResponseEvent } from '../domain/response.js';
import type { Assignment, QuestionOf } from './assignments.js';
import { DraftFiles } from './draft-files.js';
import { permits, WaitForAssignment } from './wait-for-assignment.js';

/** An official who reads, and where the official's roles permit it. */
export interface Reader {
  readonly district: number;
  readonly official: string;
  readonly mayActIn: Departments;
}

export interface KnownResponse extends QuestionOf {
  readonly id: string;
  readonly person: string;
  readonly version: number;
  readonly events: readonly RecordedEvent[];
}

const VOIDING: ReadonlySet<string> = new Set(['DraftVoided', 'ResponseSigned', 'ResponseReopened', 'ResponseClosed']);

/** A response for officials, from its own stream: what was recorded a moment ago is there. */
@Injectable()
export class ReadResponse {
  constructor(
    private readonly store: EventStore,
    private readonly assignments: WaitForAssignment,
    private readonly vault: Vault,
    private readonly directory: Directory,
    private readonly files: DraftFiles,
  ) {}

  /** Refuses NOT_FOUND. */
  async known(district: number, id: string): Promise<KnownResponse> {
    const events = await this.store.read(district, id);
    const state = fold(response, events.map(domainEvent<ResponseEvent>));
    if (state.status === 'NONE') refuse('NOT_FOUND');
    const { correlationId: appeal } = events[0]!;
    return {
      id,
      appeal,
      question: state.published.question,
      person: state.person,
      version: events.at(-1)!.version,
      events,
    };
  }

  /** Refuses FORBIDDEN when the question is in none of the reader's departments. */
  async demandRight({ district, mayActIn }: Reader, known: KnownResponse): Promise<void> {
    if (mayActIn === 'ALL') return;
    const assignment = await this.assignments.of(district, known, (assignment) =>
      permits(assignment, mayActIn, undefined),
    );
    if (!permits(assignment, mayActIn, undefined)) refuse('FORBIDDEN');
  }

  /** The question is the reader's own now. */
  async isExecutor({ district, official }: Reader, known: KnownResponse): Promise<boolean> {
    const is = ({ executor }: Assignment): boolean => executor === official;
    return is(await this.assignments.of(district, known, is));
  }

  /** The draft of another official that lost its force, as long as there is no other. */
  async voided(reader: Reader, { events }: KnownResponse): Promise<readonly EarlierDraft[]> {
    const last = events.findLast(({ type }) => VOIDING.has(type) || type === 'ResponseDrafted');
    if (last?.type !== 'DraftVoided') return [];
    const drafted = events.findLast(({ type }) => type === 'ResponseDrafted');
    if (!drafted) return [];
    const { by, byName, text, outcome, promisedUntil, at } = await this.draft(reader.district, drafted, 1);
    if (by === null || by === undefined || by === reader.official || text === null || text === undefined) return [];
    return [{ by, byName, text, outcome, promisedUntil, at }];
  }

  /** Every draft, the oldest first, each with its sending back. */
  async versions(reader: Reader, id: string): Promise<readonly ResponseVersion[]> {
    const known = await this.known(reader.district, id);
    await this.demandRight(reader, known);
    const drafts = known.events.filter(({ type }) => type === 'ResponseDrafted');
    return Promise.all(
      drafts.map(async (drafted, at) => {
        const until = drafts[at + 1]?.version ?? Infinity;
        const back = known.events.find(
          ({ type, version }) => type === 'ResponseSentBack' && version > drafted.version && version < until,
        );
        return { ...(await this.draft(reader.district, drafted, at + 1)), sentBack: await this.sentBack(reader, back) };
      }),
    );
  }

  private async draft(
    district: number,
    drafted: RecordedEvent,
    ordinal: number,
  ): Promise<Omit<ResponseVersion, 'sentBack'>> {
    const data = domainEvent<Extract<ResponseEvent, { type: 'ResponseDrafted' }>>(drafted);
    const { draft, drafter, text, outcome, promisedUntil } = data;
    const opened = await this.vault.open(district, text, { eventId: drafted.id, field: 'text' });
    const { version, at } = drafted;
    const of = { id: district, code: this.directory.districtById(district)?.code ?? '' };
    const files = opened === undefined ? [] : await this.files.view(of, drafted, data);
    const said = { text: opened ?? null, outcome, promisedUntil: promisedUntil ?? null, files };
    return { id: draft, ordinal, version, ...said, at, ...this.named(drafter) };
  }

  private async sentBack({ district }: Reader, back: RecordedEvent | undefined): Promise<ResponseVersion['sentBack']> {
    if (!back) return null;
    const { code, reason } = domainEvent<Extract<ResponseEvent, { type: 'ResponseSentBack' }>>(back);
    const opened = await this.vault.open(district, reason, { eventId: back.id, field: 'reason' });
    return { code, reason: opened ?? null, at: back.at, ...this.named(back.actor.id) };
  }

  named(official: string | undefined) {
    return {
      by: official ?? null,
      byName: official === undefined ? null : (this.directory.officialById(official)?.name ?? null),
    };
  }
}
