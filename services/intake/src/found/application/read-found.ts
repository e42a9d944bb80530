import { Injectable } from '@nestjs/common';
import type { FoundMessage, WatchedCommunity } from '@otklik/contracts/generated/graphql';
import type { CapturedMessage } from '@otklik/networks';
import type { District } from '@otklik/tenancy';
import { InboundBox } from '../../networks/application/inbound-box.js';
import { FoundMessages, KEPT_DAYS, MOST_SAME, type FoundRow, type FoundTwin } from '../store/found-messages.js';
import { WatchedPlaces } from '../store/watched-places.js';

const DAY_MS = 86_400_000;

/** What officials see of found messages, and all of the places. */
@Injectable()
export class ReadFound {
  constructor(
    private readonly messages: FoundMessages,
    private readonly places: WatchedPlaces,
    private readonly box: InboundBox,
  ) {}

  async list(district: District, isDecided: boolean): Promise<readonly FoundMessage[]> {
    return this.shown(district, await this.messages.list(district.id, isDecided));
  }

  async watched(district: District): Promise<readonly WatchedCommunity[]> {
    const { order, list } = district.communities ?? { order: '', list: [] };
    const standing = list.length === 0 ? undefined : await this.places.standing(district.id);
    return list.map(({ code, name, address, settlement, words = [] }) => {
      const { readAt, problem } = standing?.get(code) ?? {};
      const place = { code, name, address, settlement: settlement ?? null, words: [...words], order };
      return { ...place, readAt: readAt?.toISOString() ?? null, problem: problem ?? null };
    });
  }

  async shown(district: District, rows: readonly FoundRow[]): Promise<readonly FoundMessage[]> {
    const same = [...new Set(rows.flatMap((row) => row.same ?? []))];
    const twins = same.length === 0 ? [] : await this.messages.twins(district.id, same);
    const byText = Map.groupBy(twins, (twin) => twin.same);
    return rows.map((row) => shownOf(district, row, byText.get(row.same ?? '') ?? [], this.messageOf(row)));
  }

  private messageOf({ id, sealed }: FoundRow): CapturedMessage | undefined {
    return sealed === null ? undefined : (JSON.parse(this.box.open(id, sealed)) as CapturedMessage);
  }
}

function shownOf(
  { communities }: District,
  row: FoundRow,
  twins: readonly FoundTwin[],
  message: CapturedMessage | undefined,
): FoundMessage {
  const { id, version, community, url, outcome, appeal, writtenAt, foundAt, decidedAt } = row;
  const placeOf = (code: string) => communities?.list.find((one) => one.code === code);
  const nameOf = (code: string) => placeOf(code)?.name ?? code;
  return {
    id,
    version,
    community,
    url,
    outcome,
    appeal,
    communityName: nameOf(community),
    settlement: placeOf(community)?.settlement ?? null,
    text: message?.text ?? null,
    foundAt: foundAt.toISOString(),
    deletedAt: new Date(foundAt.getTime() + KEPT_DAYS * DAY_MS).toISOString(),
    author: outcome === 'WRITE_AUTHOR' ? pageOf(message) : null,
    same: twins
      .filter((twin) => twin.id !== id)
      .slice(0, MOST_SAME)
      .map((twin) => ({ communityName: nameOf(twin.community), outcome: twin.outcome, appeal: twin.appeal })),
    ...whenOf(writtenAt, decidedAt),
  };
}

function whenOf(writtenAt: Date | null, decidedAt: Date | null): Pick<FoundMessage, 'writtenAt' | 'decidedAt'> {
  return { writtenAt: writtenAt?.toISOString() ?? null, decidedAt: decidedAt?.toISOString() ?? null };
}

/** Of a person; a community that wrote in its own name has none. */
function pageOf(message: CapturedMessage | undefined): string | null {
  return message && /^[1-9]\d*$/.test(message.author.id) ? `https://vk.com/id${message.author.id}` : null;
}
