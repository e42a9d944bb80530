import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, uuidv5 } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { openTextBox, sealTextBox, Secrets } from '@otklik/vault';
import { distanceM, type Point } from '../domain/published-request.js';
import { SubmitAppeal, type Receipt, type Submitted } from '../../appeal/application/submit-appeal.js';
import { RecentPosts } from '../store/recent-posts.js';
import { PublishedRequests } from '../store/published-requests.js';

const NAMESPACE = '0d6c5d1e-5a53-4c8e-9f0e-1f6f1a3f7b52';
/** As far apart the same post is still the same. */
const NEAR_M = 50;

/** What another front-end posts, validated. */
export interface PostedRequest {
  /** Id of the client's account. */
  readonly account: string;
  /** A topic's code. */
  readonly service: string;
  readonly fields: Pick<
    Submitted,
    | ('text' | 'name' | 'contact' | 'phone' | 'settlement' | 'placeText' | 'point' | 'consent' | 'mayBePublished')
    | ('topic' | 'topicAnswers')
  >;
  /** What the client tells of the device or the account that sends; it is not kept. */
  readonly sender: string;
  /** The client's own key of this post. */
  readonly idempotencyKey?: string;
}

/**
 * What came by Open311 becomes a message as any other. The standard has no idempotency: without a key of the client's, the same
 * text about the same service by the same sender within ten minutes and 50 m is the same request.
 */
@Injectable()
export class ReceiveRequest {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly submission: SubmitAppeal,
    private readonly recent: RecentPosts,
    private readonly told: PublishedRequests,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('open311');
  }

  /** Throws `Refusal`, `IdempotencyKeyReused`. */
  async receive(district: District, posted: PostedRequest): Promise<Receipt> {
    const { account, service, fields } = posted;
    const { key, fingerprint } = await this.keyOf(district, posted);
    const receipt = await this.submission.submit(
      district,
      {
        submitter: { by: 'open311', account },
        key,
        channel: 'OPEN311',
        identified: false,
        files: [],
        ...fields,
        open311: { account, service },
      },
      {
        district: district.id,
        actor: { kind: 'system', id: 'intake.open311' },
        fingerprint,
        commandId: uuidv5(key, 'open311'),
        at: this.clock.now(),
      },
    );
    // At once, so that the client can ask for it; the concern records the same and what follows.
    if (!receipt.repeated)
      await this.database.scope(district.id).transaction((tx) =>
        this.told.received(tx, [
          {
            district: district.id,
            appeal: receipt.id,
            requestedAt: receipt.receivedAt,
            account,
            service,
            isPublished: fields.mayBePublished ?? false,
          },
        ]),
      );
    return receipt;
  }

  private async keyOf({ id: district }: District, posted: PostedRequest) {
    const { account, service, fields, sender, idempotencyKey } = posted;
    if (idempotencyKey !== undefined) {
      const fingerprint = this.hash([service, fields]).toString('base64url');
      return { key: uuidv5(NAMESPACE, `${account} ${idempotencyKey}`), fingerprint };
    }
    const { point, text, name, contact, topicAnswers } = fields;
    const fingerprint = this.hash([district, account, service, sender, text, name, contact, topicAnswers]);
    const context = `${district} ${account}`;
    const at = this.clock.now();
    const isHere = (sealed: string | null): boolean =>
      isNear(point, sealed === null ? undefined : openTextBox(this.key, context, sealed));
    const sealed = point === undefined ? null : sealTextBox(this.key, context, point);
    const key = await this.recent.keyOf({ district, account, fingerprint, at, isHere, point: sealed });
    return { key, fingerprint: fingerprint.toString('base64url') };
  }

  private hash(parts: readonly unknown[]): Buffer {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest();
  }
}

function isNear(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return distanceM(pointOf(one), pointOf(other)) <= NEAR_M;
}

/** Of `<latitude>,<longitude>`. */
export function pointOf(point: string): Point {
  const [latitude = NaN, longitude = NaN] = point.split(',').map(Number);
  return { latitude, longitude };
}
