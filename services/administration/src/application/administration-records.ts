import type { Transaction } from '@otklik/tenancy';

export const recordKinds = [
  'OFFICIAL_INVITED',
  'INVITATION_RENEWED',
  'ROLES_CHANGED',
  'ABSENCE_RECORDED',
  'SUBSTITUTE_APPOINTED',
  'SUBSTITUTION_ENDED',
  'EMAIL_CHANGED',
  'MORNING_LETTER_CHOSEN',
  'OFFICIAL_DISMISSED',
  'DISTRICT_FILE_APPLIED',
  'CALENDAR_TRANSFERS_SET',
  'NETWORK_ACCOUNT_ADDED',
  'NETWORK_ACCOUNT_CHANGED',
  'NETWORK_SECRET_RENEWED',
  'NETWORK_ACCOUNT_DISABLED',
  'NETWORK_ACCOUNT_ENABLED',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Who changed what and when; nothing of residents. */
export interface AdministrationRecord {
  /** Id of the command. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Id of the official. */
  readonly by: string;
  /** Id of the absent official in whose stead it was done. */
  readonly onBehalfOf?: string;
  readonly kind: RecordKind;
  /** Id of the official that it concerns. */
  readonly official?: string;
  /** Values for the record's text. */
  readonly details: Readonly<Record<string, string>>;
}

export interface RecordsPage {
  readonly official?: string;
  readonly limit: number;
  readonly after?: Pick<AdministrationRecord, 'at' | 'id'>;
}

/** The memory of the administrators' commands: what the evidence shows, and what a repeated command is known by. */
export abstract class AdministrationRecords {
  /** Throws `IdempotencyKeyReused` when a command of this id had another fingerprint. */
  abstract isRepeated(
    tx: Transaction,
    command: { readonly commandId: string; readonly fingerprint: string; readonly district: number },
  ): Promise<boolean>;
  abstract add(tx: Transaction, district: number, record: AdministrationRecord, fingerprint: string): Promise<void>;
  /** The newest first. */
  abstract page(district: number, page: RecordsPage): Promise<readonly AdministrationRecord[]>;
}
