import { Injectable } from '@nestjs/common';
import type { Danger } from '@otklik/contracts/enumerations';
import { Clock, localDate, type LocalDate } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory, type District, type Official, type Transaction } from '@otklik/tenancy';
import { Alarms } from './alarms.js';
import type { Cause } from '../../notice/application/reach-applicant.js';

/** These roles are alerted to danger to life, at any hour. */
const TOLD: ReadonlySet<string> = new Set(['CONTROLLER', 'HEAD']);

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
    const told = this.onDuty(this.directory.districtById(district));
    // It is the first on the desk all the same.
    if (told.length === 0) {
      alarms.inc({ outcome: 'NOBODY' });
      this.logger.warn('danger to life not notified: no official on duty has an e-mail address', { district, appeal });
    }
    const letters = told.map(({ id: official }) => ({ id, official, appeal, danger }));
    await this.waiting.add(tx, district, letters);
  }

  private onDuty(district: District | undefined): readonly Official[] {
    if (!district) return [];
    const today = localDate(this.clock.now(), district.zone);
    return district.officials.filter(
      (official) => official.email !== undefined && isHere(official, today) && this.oversees(official, district),
    );
  }

  /** Also in the stead of one who is away. */
  private oversees({ login }: Official, district: District): boolean {
    const held = this.directory.official(login)?.assignments ?? [];
    return held.some((one) => one.district === district.id && TOLD.has(one.role));
  }
}

function isHere({ absence }: Official, today: LocalDate): boolean {
  return absence === undefined || today < absence.from || absence.to < today;
}
