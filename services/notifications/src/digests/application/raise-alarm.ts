import { Injectable } from '@nestjs/common';
import type { Danger } from '@otklik/contracts/enumerations';
import { Clock } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory, type Transaction } from '@otklik/tenancy';
import { Alarms } from './alarms.js';
import { onDuty } from './on-duty.js';
import type { Cause } from '../../notice/application/reach-applicant.js';

export const alarms = counter('otklik_alarms_total', 'Letters about danger to life, by outcome', ['outcome'], {
  outcome: ['SENT', 'FAILED', 'POSTPONED', 'NOBODY'],
});

/** Officials on duty are alerted at once that a message was declared urgent. */
@Injectable()
export class RaiseAlarm {
  constructor(
    private readonly waiting: Alarms,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async raise({ id, district, appeal }: Cause, danger: Danger, tx: Transaction): Promise<void> {
    const told = onDuty(this.directory, district, this.clock.now());
    // It is the first on the desk all the same.
    if (told.length === 0) {
      alarms.inc({ outcome: 'NOBODY' });
      this.logger.warn('danger to life not notified: no official on duty has an e-mail address', { district, appeal });
    }
    const letters = told.map(({ id: official }) => ({ id, official, appeal, danger }));
    await this.waiting.add(tx, district, letters);
  }
}
