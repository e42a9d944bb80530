import { Injectable } from '@nestjs/common';
import type { Network, UnknownNotice } from '@otklik/contracts/generated/graphql';
import { EventStore } from '@otklik/event-store';
import { NETWORKS, type Ref } from '@otklik/networks';
import { Database, Directory } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { NetworkParts } from '../store/network-parts.js';
import { fieldOf } from './send-record.js';
import { NetworkQueue, type WaitingNotice } from '../store/network-queue.js';

/** Notices in networks that wait for a person, with the version to decide about. */
@Injectable()
export class ListWaiting {
  constructor(
    private readonly queue: NetworkQueue,
    private readonly parts: NetworkParts,
    private readonly store: EventStore,
    private readonly vault: Vault,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  async of(district: number): Promise<readonly UnknownNotice[]> {
    const waiting = await this.database.scope(district).transaction((tx) => this.queue.waiting(tx, district));
    const listed: UnknownNotice[] = [];
    for (const one of waiting) listed.push(await this.view(district, one));
    return listed;
  }

  private async view(district: number, waiting: WaitingNotice): Promise<UnknownNotice> {
    const { notice: id, appeal, number, way, attention, since, account } = waiting;
    const [version, link] = [await this.versionOf(district, id), await this.linkOf(district, waiting)];
    const network = waiting.network as Network;
    const text = attention === 'BY_HAND' ? await this.textOf(district, waiting) : null;
    return { id, version, appeal, number, network, account, way, attention, since, link: link ?? null, text };
  }

  /** The text that a program could not send is in its parts; null once the person is erased. */
  private async textOf(district: number, { notice, way }: WaitingNotice): Promise<string | null> {
    const parts = await this.parts.of({ district, notice, way });
    const texts = await Promise.all(
      parts.map(({ text, part }) => this.vault.open(district, text, { eventId: notice, field: fieldOf(way, part) })),
    );
    return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join('\n\n') : null;
  }

  private async versionOf(district: number, notice: string): Promise<number> {
    return (await this.store.read(district, notice)).at(-1)?.version ?? 0;
  }

  private async linkOf(district: number, { ref, account, network }: WaitingNotice): Promise<string | undefined> {
    const said = ref === null ? undefined : await this.vault.open(district, ref, { field: 'sourceRef' });
    if (said === undefined) return undefined;
    const settings = this.directory.districtById(district)?.accounts.find((one) => one.id === account)?.settings ?? {};
    return NETWORKS[network as Network].link(JSON.parse(said) as Ref, settings);
  }
}
