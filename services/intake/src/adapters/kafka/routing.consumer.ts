import { understood, type DataOf } from '@otklik/contracts/declare-event';
import { QuestionAnswered } from '@otklik/contracts/routing.events';
import { causedBy, type Consumer } from '@otklik/messaging';
import type { IntakeParts } from '../../intake-parts.js';

const name = 'intake.routing';

/** With the answer's proof of dispatch the resident may rate, and ask for reopening. */
export function routingConsumer({ handle, now }: Pick<IntakeParts, 'handle' | 'now'>): Consumer {
  return {
    name,
    topics: ['routing.events'],
    subscribesTo: [understood(QuestionAnswered)],
    handle: async (event, tx) => {
      if (event.type !== QuestionAnswered.type) return;
      const { notice, answeredOn } = event.data as DataOf<typeof QuestionAnswered>;
      const command = { type: 'AnswerAppeal', notice, answeredOn } as const;
      await handle(causedBy(event, name, now()), event.appeal, command, { tx });
    },
  };
}
