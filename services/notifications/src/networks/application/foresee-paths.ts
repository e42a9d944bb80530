import { Injectable } from '@nestjs/common';
import type { AnswerPath, Network } from '@otklik/contracts/generated/graphql';
import { Clock } from '@otklik/kernel';
import { repliesUntil, type Capabilities } from '@otklik/networks';
import { noticeWays } from '../../notice/domain/notice-ways.js';
import { ReadCorrespondence, type Reader } from '../../letters/application/correspondence.js';
import { reachable } from '../../notice/application/reach-applicant.js';
import { NetworkChannels } from './network-channels.js';
import type { NetworkSource } from '../store/network-sources.js';

const NOWHERE = { network: null, reason: null, since: null, until: null, max: null } as const;

/** What is known of the ways of an answer before it is written. */
@Injectable()
export class ForeseePaths {
  constructor(
    private readonly correspondence: ReadCorrespondence,
    private readonly channels: NetworkChannels,
    private readonly clock: Clock,
  ) {}

  /** Refuses as `ReadCorrespondence.of`. */
  async of(reader: Reader, question: string): Promise<readonly AnswerPath[]> {
    const { applicant, source } = await this.correspondence.of(reader, question);
    // A way that is blocked is named, so that the official knows why the answer goes by another.
    const asIfOpen = source && { ...source, blockedAt: null };
    return noticeWays(reachable(applicant, asIfOpen)).map((way) => {
      const isOfNetwork = way === 'THREAD' || way === 'DIRECT';
      return source && isOfNetwork
        ? this.inNetwork(reader.district, source, way)
        : { ...NOWHERE, way, possible: true, public: false };
    });
  }

  private inNetwork(district: number, source: NetworkSource, way: 'THREAD' | 'DIRECT'): AnswerPath {
    const path = { ...NOWHERE, way, network: source.network as Network, public: way === 'THREAD' };
    const account = this.channels.open(district, source.account);
    if (!account) return { ...path, possible: false, reason: 'SWITCHED_OFF' };
    const { capabilities } = account.channel;
    const closed = closedFor(way, source, capabilities);
    if (closed) return { ...path, possible: false, ...closed };
    const { max } = way === 'THREAD' ? capabilities.commentText : capabilities.text;
    const hasWindow = way === 'DIRECT' && source.sourceKind === 'DIRECT';
    const until = (hasWindow && repliesUntil(capabilities, source.heardAt)) || null;
    const isOver = until !== null && until <= this.clock.now();
    return { ...path, until, max, possible: !isOver, reason: isOver ? 'WINDOW_CLOSED' : null };
  }
}

/** Why nothing goes there, whenever it is sent. */
function closedFor(way: 'THREAD' | 'DIRECT', { blockedAt }: NetworkSource, { send }: Capabilities) {
  if (way === 'THREAD') return send.comments ? undefined : ({ reason: 'NOT_SUPPORTED' } as const);
  return blockedAt === null ? undefined : ({ reason: 'BLOCKED', since: blockedAt } as const);
}
