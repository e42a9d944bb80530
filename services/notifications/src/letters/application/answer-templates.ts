import type { Outcome } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';

/** One version of a template of answers. */
export interface TemplateVersion {
  readonly district: number;
  readonly id: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Code of the district's topic; null: for every topic. */
  readonly topic: string | null;
  readonly title: string;
  readonly text: string;
  readonly outcome: Outcome | null;
  /** By it the moderator answers a message at once. */
  readonly forMessages: boolean;
  readonly removed: boolean;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  /** The official's id. */
  readonly changedBy: string;
  /** The command that made the version, and the keyed hash of its input. */
  readonly command: string;
  readonly fingerprint: string;
}

/** Versions are appended and never changed. */
export abstract class AnswerTemplates {
  /** Serialises the changes of the district's templates until the transaction ends. */
  abstract lock(tx: Transaction, district: number): Promise<void>;
  abstract newest(tx: Transaction, district: number, id: string): Promise<TemplateVersion | undefined>;
  abstract byCommand(tx: Transaction, district: number, command: string): Promise<TemplateVersion | undefined>;
  abstract append(tx: Transaction, version: TemplateVersion): Promise<void>;
  /** The newest version of each template that is not removed, by title. */
  abstract all(district: number): Promise<readonly TemplateVersion[]>;
}
