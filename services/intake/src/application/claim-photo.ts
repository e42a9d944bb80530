import { Injectable } from '@nestjs/common';
import { Refusal } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { KeyDestroyed } from '@otklik/vault';
import { AppealHandler } from './appeal-handler.js';
import { Files } from './files.js';

/** The photo of kept measures becomes the appeal's, as the applicant's own are: read with the card, erased with the person. */
@Injectable()
export class ClaimPhoto {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly files: Files,
    private readonly logger: Logger,
  ) {}

  async claim(district: number, appeal: string, photo: string, tx: Transaction): Promise<void> {
    const { state } = await this.appeals.load(district, appeal, tx);
    if (state.status === 'NONE') throw new TypeError(`A promise was kept before appeal ${appeal} was received`);
    try {
      const claim = await this.files.claim({ district, appeal, person: state.person }, [photo]);
      await claim.commit(tx);
    } catch (error) {
      // What nobody uploaded, what is another appeal's, and what came after an erasure is shown to nobody.
      const isNone = error instanceof KeyDestroyed || (error instanceof Refusal && error.code === 'FILE_UNKNOWN');
      if (!isNone) throw error;
      this.logger.warn('the photo of a kept promise is not there', { district, appeal });
    }
  }
}
