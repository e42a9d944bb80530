import { MessageTakenUp } from '@otklik/contracts/intake.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { RegisterAppeal } from '../../application/register-appeal.js';

/** The service consumes its own event, so that a crash before the automatic registration is repaired by redelivery. */
@Concern('intake.registration')
export class IntakeConcern {
  constructor(private readonly registration: RegisterAppeal) {}

  @On(MessageTakenUp)
  takenUp({ appeal }: EventOf<typeof MessageTakenUp>, { command, tx }: Reaction) {
    return this.registration.byPolicy(command, appeal, tx);
  }
}
