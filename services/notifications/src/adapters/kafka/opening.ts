import type { NoticeWay } from '@otklik/contracts/enumerations';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { uuidv5 } from '@otklik/kernel';
import { reactionTo } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { NoticesParts } from '../../application/notices-parts.js';
import type { Matter } from '../../domain/notice.js';
import type { Applicant } from '../postgres/applicants.js';
import { addDelivery, type Delivery } from '../postgres/deliveries.js';

/** The first way that leads to this applicant. */
export function wayTo({ contact, contactKind }: Pick<Applicant, 'contact' | 'contactKind'>): NoticeWay {
  if (contact === null) return 'POSTED';
  return contactKind === 'EMAIL' ? 'EMAIL' : 'ORAL';
}

/** Opens the notice that follows from the fact, and what has to be done for it: one transaction, so neither is lost. */
export async function openNotice(
  parts: NoticesParts,
  consumer: string,
  event: PublicEvent,
  applicant: Pick<Applicant, 'person' | 'contact' | 'contactKind'>,
  matter: Matter,
  answer: Pick<Delivery, 'answer' | 'signatory' | 'signedAt'>,
  tx: Transaction,
): Promise<void> {
  const at = parts.now();
  const notice = uuidv5(event.id, 'notice');
  const way = wayTo(applicant);
  const { person } = applicant;
  const command = { type: 'OpenNotice', ...matter, way, person, at } as const;
  await parts.handle(reactionTo(event, consumer, at), notice, command, { tx });
  const { district, appeal, id: cause } = event;
  await addDelivery(tx, { district, notice, appeal, person, kind: matter.kind, way, cause, ...answer });
}
