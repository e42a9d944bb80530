import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { Files } from './files.js';
import { OpenAttempts } from './open-attempts.js';

/** Removes uploads that no appeal claimed within a day, the bytes of removed files, and expired attempt windows. */
@Injectable()
export class SweepUploads {
  constructor(
    private readonly directory: Directory,
    private readonly files: Files,
    private readonly attempts: OpenAttempts,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** A district that fails is logged, and swept with the next call. */
  async sweep(): Promise<void> {
    for (const { id: district } of this.directory.districts()) {
      try {
        await this.attempts.sweep(district, this.clock.now());
        const count = await this.files.sweep(district, this.clock.now());
        if (count > 0) this.logger.info('unclaimed uploads are removed', { service: 'intake', district, count });
      } catch (error) {
        this.logger.warn('sweeping failed; again in an hour', { service: 'intake', district, error });
      }
    }
  }
}
