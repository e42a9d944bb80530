import { Injectable } from '@nestjs/common';
import type { NoticeKind, SignatureLevel } from '@otklik/contracts/enumerations';
import type { Outgoing } from '@otklik/contracts/notifications.events';
import { Clock, localDate } from '@otklik/kernel';
import {
  Database,
  demandedSignature,
  Directory,
  outgoingPattern,
  type District,
  type Transaction,
} from '@otklik/tenancy';
import type { Signed } from './deliveries.js';
import { OutgoingNumbers } from '../store/outgoing-numbers.js';
import { namedIn } from './signer-of-notices.js';

/** What the moderator says at once in a conversation is no letter. */
const noLetters: readonly NoticeKind[] = ['TAKEN_UP', 'ANSWERED_AT_ONCE', 'ISSUE_ENDED'];

interface ToNumber {
  readonly district: number;
  readonly notice: string;
  /** ISO 8601 UTC: the letter is dated by it. */
  readonly at: string;
}

/** The one outgoing series of a district's year, for letters of all ways. */
@Injectable()
export class NumberLetters {
  constructor(
    private readonly numbers: OutgoingNumbers,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined for what is no letter. */
  async outgoing(tx: Transaction, letter: ToNumber & { readonly kind: NoticeKind }): Promise<Outgoing | undefined> {
    const district = this.directory.districtById(letter.district);
    if (noLetters.includes(letter.kind) || !district) return undefined;
    return this.given(tx, district, letter);
  }

  /** Whether such a letter waits until it is signed, by the district's file of today. */
  isToSign(district: number, kind: NoticeKind): boolean {
    return this.directory.districtById(district)?.letters?.noticesLeave === 'SIGNED' && !noLetters.includes(kind);
  }

  /** Who signs what no person has signed, by the district's file, and with which post of that day; undefined: no official who may. */
  signedFor({ district: id, kind, at }: Omit<ToNumber, 'notice'> & { readonly kind: NoticeKind }): Signed | undefined {
    const district = this.directory.districtById(id);
    const official = district && namedIn(district);
    if (!official || noLetters.includes(kind)) return undefined;
    return { signatory: official.id, signedAt: at, post: official.position ?? null };
  }

  /** The electronic signature without which such a letter does not leave, by the district's file of today. */
  demanded(district: number, kind: NoticeKind): SignatureLevel | undefined {
    if (noLetters.includes(kind)) return undefined;
    return demandedSignature(this.directory.districtById(district)?.letters, kind);
  }

  /** As `outgoing`, to a letter of any kind that leaves. */
  async given(tx: Transaction, district: District, { notice, at }: Omit<ToNumber, 'district'>): Promise<Outgoing> {
    const on = localDate(at, district.zone);
    return { number: await this.numbers.next(tx, { ...(await this.seriesOf(tx, district, on)), notice }), on };
  }

  /** For a letter that is dated today. */
  async proposed(district: District): Promise<string> {
    const on = localDate(this.clock.now(), district.zone);
    return this.database
      .scope(district.id)
      .transaction(async (tx) => this.numbers.proposed(tx, await this.seriesOf(tx, district, on)));
  }

  /** By the district's file; where that names none, as its numbers were before. */
  private async seriesOf(tx: Transaction, { id: district, letters }: District, on: string) {
    const year = Number(on.slice(0, 4));
    const former = letters ? undefined : await this.numbers.formerPattern(tx, { district, year });
    return { district, year, series: former ?? outgoingPattern(letters ?? {}, year) };
  }
}
