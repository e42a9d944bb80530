import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidv5 } from '@otklik/kernel';
import { refKey, type Ref } from '@otklik/networks';
import { Secrets } from '@otklik/vault';

const NAMESPACE = 'c0a7d1f2-5d0e-4a6b-8f52-6f1f0b8a3e11';

/** Ids of what networks name: keyed hashes, which identify neither the message nor the person outside. */
@Injectable()
export class InboundIds {
  private readonly key: KeyObject;

  constructor(secrets: Secrets) {
    this.key = createSecretKey(secrets.of('network-ids'));
  }

  /** The stream of an event that is delivered. */
  delivery(district: number, account: string, key: string): string {
    return this.of(district, 'delivery', account, key);
  }

  /** The place of one message. */
  ref(district: number, ref: Ref): string {
    return this.of(district, 'ref', refKey(ref));
  }

  /** The thread: all under one post, or in one dialogue. */
  thread(district: number, { account, kind, thread }: Ref): string {
    return this.of(district, 'thread', account, kind, thread);
  }

  album(district: number, { account, kind, thread }: Ref, album: string): string {
    return this.of(district, 'album', account, kind, thread, album);
  }

  author(district: number, network: string, id: string): string {
    return this.of(district, 'author', network, id);
  }

  /** Of what was read: the same content has the same. */
  content(district: number, ref: string, json: string): string {
    return this.of(district, 'content', ref, json);
  }

  /** Of a text that may stand in several places. */
  text(district: number, text: string): string {
    return this.of(district, 'text', text);
  }

  private of(district: number, ...parts: readonly string[]): string {
    const name = createHmac('sha256', this.key)
      .update(JSON.stringify([district, ...parts]))
      .digest('base64url');
    return uuidv5(NAMESPACE, name);
  }
}
