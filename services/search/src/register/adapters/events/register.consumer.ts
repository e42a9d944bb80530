import { topics, type PublicEvent } from '@otklik/contracts/envelope';
import { EventConsumer, OnEvery } from '@otklik/host';
import { ReadModels } from '@otklik/read-models';
import type { Transaction } from '@otklik/tenancy';
import { RegisterChanges } from '../../../live/store/register-changes.js';
import { registerEventTypes, typesOfNoCase } from '../../application/fold/register-fact.js';

export const REGISTER_CONSUMER = 'search.register';

@EventConsumer({ name: REGISTER_CONSUMER, topics, together: true })
export class RegisterConsumer {
  constructor(
    private readonly models: ReadModels,
    private readonly changes: RegisterChanges,
  ) {}

  /** Live lists poll at once after this process has consumed something, and not only at their next interval. */
  @OnEvery(registerEventTypes, typesOfNoCase)
  async consume(events: readonly PublicEvent[], tx: Transaction): Promise<void> {
    await this.models.deliver(events, tx);
    this.changes.hint();
  }
}
