import {
  CHAIN_KEY,
  chainKey,
  countEvidence,
  removeEvidence,
  type ChainedTable,
  type EvidenceCount,
  type EvidenceOfDistrict,
} from '@otklik/event-store';
import { localDate } from '@otklik/kernel';
import { PLATFORM, recordRetentionOf, recordsPastTerm, usualRecordTerms, type RecordKind } from '@otklik/tenancy';
import type { ServiceResources } from '../service.js';
import { Background, type BackgroundTask } from './background.js';
import { Polling } from './polling.js';

/** As often as terms of storage of cases are looked at. */
export const RETENTION_INTERVAL_MS = 3_600_000;

export interface KeptRecords extends EvidenceCount {
  readonly kind: RecordKind;
  /** Its term. */
  readonly months: number;
}

type Termed = ChainedTable & { readonly retention: RecordKind };

/** Evidence past its term of storage goes, block by block of its hash chain (docs/adr/0028). */
@Background('INSIDE')
export class EvidenceRetention implements BackgroundTask {
  private readonly tables: readonly Termed[];
  private polling: Polling | undefined;

  constructor(
    private readonly service: string,
    tables: readonly ChainedTable[],
    private readonly resources: Pick<ServiceResources, 'worker' | 'secret' | 'now' | 'logger' | 'directory'>,
  ) {
    this.tables = tables.filter((table): table is Termed => table.retention !== undefined);
  }

  start(): void {
    const { logger } = this.resources;
    const failed = (error: unknown): void =>
      logger.warn('reading the retention term of evidence failed; retrying', { service: this.service, error });
    this.polling = new Polling(() => this.runAll(), failed, { idleMs: RETENTION_INTERVAL_MS });
    this.polling.start();
  }

  async stop(): Promise<void> {
    await this.polling?.stop();
  }

  /** Of one district; of the platform, which has the failed sign-ins under unknown logins. */
  async counts(district: number): Promise<readonly KeptRecords[]> {
    const { worker } = this.resources;
    return Promise.all(
      this.of(district).map(async ({ months, ...evidence }) => {
        const { retention: kind } = evidence.chained;
        return { kind, months, ...(await countEvidence(worker, evidence)) };
      }),
    );
  }

  /** Answers how many rows went. */
  async run(district: number): Promise<number> {
    const { worker, secret, now } = this.resources;
    const key = chainKey(secret(CHAIN_KEY));
    let count = 0;
    for (const evidence of this.of(district)) count += await removeEvidence(worker, key, evidence, now());
    return count;
  }

  private async runAll(): Promise<number> {
    for (const { id } of this.resources.directory.districts()) await this.run(id);
    await this.run(PLATFORM);
    // What one pass left within a block's border waits for the next hour.
    return 0;
  }

  private of(id: number): readonly (EvidenceOfDistrict & { readonly chained: Termed; readonly months: number })[] {
    const { directory, now } = this.resources;
    const district = directory.districtById(id);
    const terms = district ? recordRetentionOf(district) : usualRecordTerms;
    const today = localDate(now(), district?.zone ?? 'UTC');
    return this.tables.map((chained) => {
      const term = terms[chained.retention];
      const before = recordsPastTerm(today, term);
      return { service: this.service, chained, district: id, before, months: term.months };
    });
  }
}
