import { Injectable } from '@nestjs/common';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { actingPost, type District } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { ActingOfficial } from '../domain/acting-official.js';
import type { SignResponse } from '../domain/response.commands.js';
import type { ResponseEvent } from '../domain/response.js';

/** The text to sign, the signatory and the time (ISO 8601 UTC). */
export interface Signing {
  readonly district: number;
  readonly response: string;
  readonly signatory: string;
  readonly text: string;
  /** SHA-256 of the files that go with it. */
  readonly files: readonly string[];
  readonly at: string;
}

type ToSign = Pick<Signing, 'district' | 'response' | 'at'> & {
  readonly answer: string;
  readonly inDistrict: Pick<District, 'officials' | 'zone'>;
};

export abstract class Signature {
  /** Returns the kind of signature, which is recorded with the answer. */
  abstract sign(signing: Signing): Promise<string>;
}

/** Decrypts and signs the draft of the version that the official saw; the answer is sealed under its own event. */
@Injectable()
export class DraftSigning {
  constructor(
    private readonly vault: Vault,
    private readonly signature: Signature,
  ) {}

  async commandFor(
    { district, response, at, answer, inDistrict }: ToSign,
    official: ActingOfficial,
    events: readonly RecordedEvent[],
  ): Promise<SignResponse> {
    const { opened, files } = await this.lastDraft(district, events);
    const signing = opened && { district, response, signatory: official.by, text: opened.text, files, at };
    const signature = signing ? await this.signature.sign(signing) : '';
    const { by, onBehalfOf } = official;
    const post = onBehalfOf === undefined ? undefined : actingPost(inDistrict, by, onBehalfOf, at);
    const more = post === undefined ? {} : { post };
    return { type: 'SignResponse', ...official, answer, opened, signedAt: at, signature, ...more };
  }

  /** Of the last draft; undefined where there is none, or it is erased. */
  async lastText(district: number, events: readonly RecordedEvent[]): Promise<string | undefined> {
    return (await this.lastDraft(district, events)).opened?.text;
  }

  private async lastDraft(
    district: number,
    events: readonly RecordedEvent[],
  ): Promise<Pick<SignResponse, 'opened'> & Pick<Signing, 'files'>> {
    const last = events.findLast(({ type }) => type === 'ResponseDrafted');
    if (!last) return { opened: undefined, files: [] };
    const drafted = domainEvent<Extract<ResponseEvent, { type: 'ResponseDrafted' }>>(last);
    const { draft, files = [] } = drafted;
    const open = async (field: 'text' | 'fileNames') => {
      const sealed = drafted[field];
      return sealed === undefined ? undefined : this.vault.open(district, sealed, { eventId: last.id, field });
    };
    const [text, fileNames] = await Promise.all([open('text'), open('fileNames')]);
    const names = fileNames === undefined ? {} : { fileNames };
    return {
      opened: text === undefined ? undefined : { draft, text, ...names },
      files: files.map(({ sha256 }) => sha256),
    };
  }
}
