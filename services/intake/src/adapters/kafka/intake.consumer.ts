import { understood } from '@otklik/contracts/declare-event';
import { MessageTakenUp } from '@otklik/contracts/intake.events';
import { causedBy, type Consumer } from '@otklik/messaging';
import { registerWithin } from '../../application/register-appeal.js';
import type { IntakeParts } from '../../intake-parts.js';

const name = 'intake.registration';

/**
 * Where the district's policy says so, a message that was taken up is registered by itself. The service hears its own
 * facts for it: what a crash interrupts is done at the next start.
 */
export function ownConsumer(parts: IntakeParts): Consumer {
  return {
    name,
    topics: ['intake.events'],
    subscribesTo: [understood(MessageTakenUp)],
    handle: async (event, tx) => {
      if (event.type !== MessageTakenUp.type) return;
      const district = parts.directory.districtById(event.district);
      if (!district) throw new TypeError(`The directory has no district ${event.district}`);
      if (!district.policy.autoRegisterMessages) return;
      const context = causedBy(event, name, parts.now());
      await registerWithin(parts, { district, id: event.appeal, context, messagesOnly: true }, tx);
    },
  };
}
