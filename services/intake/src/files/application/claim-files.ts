import { Injectable } from '@nestjs/common';
import { Refusal } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { KeyDestroyed } from '@otklik/vault';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { Files } from './files.js';

/** What officials uploaded becomes the appeal's, as the applicant's own files are: read with the card, erased with the person. */
@Injectable()
export class ClaimFiles {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly files: Files,
    private readonly logger: Logger,
  ) {}

  /** `response`: they go with its answer, and the resident does not see them before. */
  async claim(
    { district, appeal }: { readonly district: number; readonly appeal: string },
    ids: readonly string[],
    tx: Transaction,
    response?: string,
  ): Promise<void> {
    const { state } = await this.appeals.load(district, appeal, tx);
    if (state.status === 'NONE') throw new TypeError(`A file was named before appeal ${appeal} was received`);
    // Erased: its key is destroyed, and so is what it would seal.
    if (state.status === 'ERASED') return;
    for (const id of ids) await this.claimOne({ district, appeal, person: state.person }, id, tx);
    if (response !== undefined) await this.files.keepResponse(tx, district, appeal, response, ids);
  }

  private async claimOne(owner: Parameters<Files['claim']>[0], id: string, tx: Transaction): Promise<void> {
    try {
      const claim = await this.files.claim(owner, [id]);
      await claim.commit(tx);
    } catch (error) {
      // The file was never uploaded, belongs to another appeal, or its person was erased: it cannot be opened.
      const isNone = error instanceof KeyDestroyed || (error instanceof Refusal && error.code === 'FILE_UNKNOWN');
      if (!isNone) throw error;
      const { district, appeal } = owner;
      this.logger.warn('file named by an official not found', { district, appeal });
    }
  }
}
