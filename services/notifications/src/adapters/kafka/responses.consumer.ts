import { understood, type DataOf } from '@otklik/contracts/declare-event';
import { ResponseSigned } from '@otklik/contracts/responses.events';
import { FactMissing, type Consumer } from '@otklik/messaging';
import type { NoticesParts } from '../../application/notices-parts.js';
import { applicantOf } from '../postgres/applicants.js';
import { openNotice } from './opening.js';

const name = 'notifications.responses';

/** A signed answer is brought to the applicant: by letter, by a call, or on the follow-up page. */
export function responsesConsumer(parts: NoticesParts): Consumer {
  return {
    name,
    topics: ['responses.events'],
    understands: [understood(ResponseSigned)],
    handle: async (event, tx) => {
      if (event.type !== ResponseSigned.type) return;
      const { question, text, signatory, signedAt } = event.data as DataOf<typeof ResponseSigned>;
      const applicant = await applicantOf(tx, event.district, event.appeal);
      // Topics have no order between them: the letter needs the number, however late it is heard of.
      if (!applicant?.number) throw new FactMissing(`Appeal ${event.appeal} registered`);
      const answer = { answer: text, signatory, signedAt };
      await openNotice(parts, name, event, applicant, { kind: 'ANSWERED', about: question }, answer, tx);
    },
  };
}
