import { Injectable } from '@nestjs/common';
import type { ThreadKind } from '@otklik/contracts/enumerations';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { CommandContext } from '@otklik/event-store';
import { PrerequisiteMissing } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { NetworkParts } from '../store/network-parts.js';

/** A message of ours as the network shows it, or shows it no more; or that the person read it. */
export interface InPlace {
  /** JSON of the network's ids, sealed. */
  readonly ref: string;
  readonly is: 'STANDING' | 'REMOVED' | 'READ';
  readonly at: string;
}

const WAYS = { COMMENT: 'THREAD', DIRECT: 'DIRECT' } as const;

/** What intake sees in the networks proves a notice better than its dispatch does, or tells that it is gone. */
@Injectable()
export class NoteInPlace {
  constructor(
    private readonly parts: NetworkParts,
    private readonly notices: NoticeHandler,
    private readonly vault: Vault,
  ) {}

  /**
   * Nothing for a message that no notice is: a person's, or what an official wrote by hand. Throws `PrerequisiteMissing` while
   * it may be one whose sending is not recorded yet.
   */
  async note(
    commandFor: (stream: string) => CommandContext,
    { district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>,
    { ref, is, at }: InPlace,
    tx: Transaction,
  ): Promise<void> {
    const said = await this.vault.open(district, ref, { field: 'sourceRef' });
    if (said === undefined) return;
    const { kind, id } = JSON.parse(said) as { readonly kind: ThreadKind; readonly id: string };
    const way = WAYS[kind];
    const notice = await this.parts.noticeAt(tx, district, { appeal, way, id });
    if (notice === 'BEING_SENT') throw new PrerequisiteMissing(`What is being sent about appeal ${appeal} is recorded`);
    if (notice === undefined) return;
    const command: NoticeCommand =
      is === 'READ' ? { type: 'NoteRead', way, at } : { type: 'NoteInPlace', way, stands: is === 'STANDING', at };
    const { state } = await this.notices.handle(commandFor(notice), notice, command, { tx });
    if (state.status === 'OPEN') throw new PrerequisiteMissing(`Notice ${notice} dispatched`);
  }
}
