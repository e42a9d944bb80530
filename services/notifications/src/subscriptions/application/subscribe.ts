import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { normaliseContact, readSubscriptionLink, sealTextBox, Secrets } from '@otklik/vault';
import { createHmac, randomUUID } from 'node:crypto';
import { Subscriptions, type Subject } from '../store/subscriptions.js';

export interface Asking extends Subject {
  /** An address to which a letter can go. */
  readonly email: string;
  /** The idempotency key. */
  readonly key: string;
}

/** RFC 3463: the server's policy, or a letter that it took for spam, says nothing of the address. */
const OF_POLICY = /^5[.]7[.]/;

/** Subscriptions by e-mail to what is published: asked for, confirmed, ended. */
@Injectable()
export class Subscribe {
  private readonly keys: Readonly<Record<'address' | 'hash' | 'confirmation' | 'end', Buffer>>;

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.keys = {
      address: secrets.of('subscription-address'),
      hash: secrets.of('subscription-address-hash'),
      confirmation: secrets.of('subscription-confirmation'),
      end: secrets.of('subscription-end'),
    };
  }

  /** The same for each address, whatever becomes of it. */
  async ask({ id: district, zone }: District, { email, key, topic, settlement }: Asking): Promise<void> {
    const id = randomUUID();
    const at = this.clock.now();
    await this.subscriptions.ask(district, {
      id,
      address: sealTextBox(this.keys.address, id, email),
      addressHash: createHmac('sha256', this.keys.hash)
        .update(`${district}/${normaliseContact(email)}`)
        .digest('base64url'),
      topic,
      settlement,
      command: key,
      at,
      on: localDate(at, zone),
    });
  }

  /** What it is to; undefined for a link that is not of the district, is over, or whose subscription has ended. */
  async confirm({ id: district }: District, link: string): Promise<Subject | undefined> {
    const id = readSubscriptionLink(this.keys.confirmation, district, link);
    return id === undefined ? undefined : this.subscriptions.confirm(district, id, this.clock.now());
  }

  /** The same again where it has ended. False for a link that is not of the district. */
  async end({ id: district }: District, link: string): Promise<boolean> {
    const id = readSubscriptionLink(this.keys.end, district, link);
    if (id === undefined) return false;
    await this.subscriptions.end(district, id);
    return true;
  }

  /** A letter came back for good: it ends. False where there is none. */
  returned(district: number, id: string, code: string): Promise<boolean> {
    return OF_POLICY.test(code) ? Promise.resolve(false) : this.subscriptions.end(district, id);
  }
}
