import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { Files } from './files.js';
import { FollowUpLinks } from '../../appeal/store/follow-up-links.js';
import { InboundMessages } from '../../networks/store/inbound-messages.js';
import { LinkAttempts } from '../../appeal/application/recover-follow-up.js';

/** How long the key of a request is remembered. */
const KEYS_LIVE_MS = 30 * 24 * 3_600_000;
/** How long a network's delivery can be reread. */
const BODIES_LIVE_MS = 90 * 24 * 3_600_000;

/**
 * Removes uploads that no appeal claimed within a day, the bytes of removed files, expired attempt windows and links, and old
 * bodies of what networks delivered.
 */
@Injectable()
export class SweepUploads {
  constructor(
    private readonly directory: Directory,
    private readonly files: Files,
    private readonly links: FollowUpLinks,
    private readonly linkAttempts: LinkAttempts,
    private readonly heard: InboundMessages,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** A district that fails is logged, and swept with the next call. */
  async sweep(): Promise<void> {
    for (const { id: district } of this.directory.districts()) {
      try {
        const now = this.clock.now();
        await this.linkAttempts.sweep(district, now);
        await this.links.sweep(district, new Date(Date.parse(now) - KEYS_LIVE_MS).toISOString());
        await this.heard.sweep(district, new Date(Date.parse(now) - BODIES_LIVE_MS).toISOString());
        const count = await this.files.sweep(district, now);
        if (count > 0) this.logger.info('unclaimed uploads were removed', { service: 'intake', district, count });
      } catch (error) {
        this.logger.warn('removing unclaimed uploads failed; retrying in an hour', {
          service: 'intake',
          district,
          error,
        });
      }
    }
  }
}
