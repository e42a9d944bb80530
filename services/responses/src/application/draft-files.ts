import { Injectable } from '@nestjs/common';
import type { AnswerFileInput, AttachedFile } from '@otklik/contracts/generated/graphql';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { Vault } from '@otklik/vault';
import type { DraftResponse } from '../domain/response.commands.js';
import { MAX_FILES, type DraftFiles as Stored, type ResponseEvent } from '../domain/response.js';
import { FileReceipts, type ReceiptPlace, type StoredFile } from './file-receipts.js';

type Drafted = Extract<ResponseEvent, { readonly type: 'ResponseDrafted' }>;

/** What of a stored event tells its files: the names are sealed under the event. */
export type WithFiles = Pick<Drafted, 'files' | 'fileNames'>;

/**
 * The files of a draft. Their bytes are intake's: what was just uploaded is known by its receipt, what an earlier draft of the
 * same response has, by that draft.
 */
@Injectable()
export class DraftFiles {
  constructor(
    private readonly vault: Vault,
    private readonly receipts: FileReceipts,
  ) {}

  /** In the order given, each once. Refuses TOO_MANY_FILES and FILE_UNKNOWN. */
  async given(
    place: ReceiptPlace,
    events: readonly RecordedEvent[],
    inputs: readonly AnswerFileInput[],
    at: string,
  ): Promise<Pick<DraftResponse, 'files' | 'fileNames'>> {
    const wanted = [...new Map(inputs.map((one) => [one.id.toLowerCase(), one])).values()];
    if (wanted.length > MAX_FILES) refuse('TOO_MANY_FILES', { max: MAX_FILES });
    if (wanted.length === 0) return { files: [] };
    const earlier = await this.earlier(place.district, events);
    const found = await Promise.all(wanted.map((one) => this.find(place, earlier, one, at)));
    const files = found.map(({ name: _name, ...file }) => file);
    const names = found.map(({ name = '' }) => name);
    return { files, ...(!names.every((name) => name === '') && { fileNames: JSON.stringify(names) }) };
  }

  /** As officials read them; no names once the applicant's data was erased. */
  async view(
    district: { readonly id: number; readonly code: string },
    event: Pick<RecordedEvent, 'id'>,
    { files = [], fileNames }: WithFiles,
  ): Promise<readonly AttachedFile[]> {
    const names = await this.namesOf(district.id, event, fileNames);
    return files.map(({ id, type, size }, at) => ({
      id,
      type,
      size,
      name: names[at] || null,
      url: `/files/${district.code}/${id}`,
    }));
  }

  private async find(
    place: ReceiptPlace,
    earlier: ReadonlyMap<string, StoredFile>,
    { id, receipt }: AnswerFileInput,
    at: string,
  ): Promise<StoredFile> {
    const known = earlier.get(id.toLowerCase());
    if (known) return known;
    const file = receipt ? await this.receipts.read(place, receipt, at) : undefined;
    return file?.id === id.toLowerCase() ? file : refuse('FILE_UNKNOWN');
  }

  private async earlier(district: number, events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, StoredFile>> {
    const drafts = events.filter(({ type }) => type === 'ResponseDrafted');
    const files = await Promise.all(
      drafts.map(async (event) => {
        const { files: stored = [], fileNames }: { files?: Stored; fileNames?: string } = domainEvent<Drafted>(event);
        const names = await this.namesOf(district, event, fileNames);
        return stored.map((file, at) => ({ ...file, ...(names[at] && { name: names[at] }) }));
      }),
    );
    return new Map(files.flat().map((file) => [file.id, file]));
  }

  private async namesOf(
    district: number,
    { id: eventId }: Pick<RecordedEvent, 'id'>,
    sealed: string | undefined,
  ): Promise<readonly string[]> {
    if (sealed === undefined) return [];
    const names = await this.vault.open(district, sealed, { eventId, field: 'fileNames' });
    return names === undefined ? [] : (JSON.parse(names) as readonly string[]);
  }
}
