import type { SeenWord } from '@otklik/contracts/enumerations';
import type { Outcome } from '@otklik/networks';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

export type NetworkWay = 'THREAD' | 'DIRECT';

/** A part of what a notice says in a network. */
export interface PartId {
  readonly district: number;
  readonly notice: string;
  readonly way: NetworkWay;
  /** From 1. */
  readonly part: number;
}

/** `UNKNOWN`: bytes left, the network cannot be asked, and a person has to look. */
export type PartState = 'CLAIMED' | 'SENT' | 'UNKNOWN' | 'REJECTED';

export interface NetworkPart extends PartId {
  readonly parts: number;
  readonly text: Sealed;
  readonly state: PartState;
  readonly claimedAt: string;
  readonly outcome: Outcome | null;
}

export interface SentPart {
  readonly appeal: string;
  readonly way: NetworkWay;
  /** The network's. */
  readonly id: string;
}

/** What outlives the process of what is said in networks: a part is claimed, committed, before a byte of it leaves. */
export abstract class NetworkParts {
  /** Exactly one caller gets true for a part. */
  abstract claim(part: PartId & Pick<NetworkPart, 'parts' | 'text'>, at: string): Promise<boolean>;
  /** Nothing of it left: it may be claimed again. */
  abstract release(id: PartId): Promise<void>;
  abstract settle(id: PartId, state: PartState, outcome: Outcome | null): Promise<void>;
  /** Of one notice by one way, in their order. */
  abstract of(id: Omit<PartId, 'part'>): Promise<readonly NetworkPart[]>;
  /** Whether with the unknown part all of the notice would stand there; rows are locked. */
  abstract wouldBeWhole(tx: Transaction, district: number, notice: string): Promise<boolean>;
  /** The word of a person about the unknown part: it stands, or it is said once more. */
  abstract decide(tx: Transaction, district: number, notice: string, word: SeenWord): Promise<void>;
  /** The notice that the message with that id of the network is a part of; `BEING_SENT`: it may be one that is not recorded yet. */
  abstract noticeAt(tx: Transaction, district: number, sent: SentPart): Promise<string | 'BEING_SENT' | undefined>;
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
