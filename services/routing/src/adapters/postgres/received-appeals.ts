import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** What routing keeps of a submission until the appeal is registered. The text stays sealed; null once it is forgotten. */
export interface ReceivedAppeal {
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly channel: string;
}

export async function keepReceived(
  tx: Transaction,
  district: number,
  appeal: string,
  received: ReceivedAppeal & { readonly person: string },
): Promise<void> {
  // The first word stands: a late repetition must not bring back a text that was forgotten.
  await tx.query(
    `insert into routing.received (district, appeal, person, text, settlement, channel)
     values ($1, $2, $3, $4, $5, $6) on conflict (district, appeal) do nothing`,
    [district, appeal, received.person, received.text, received.settlement, received.channel],
  );
}

export async function receivedAppeal(
  tx: Transaction,
  district: number,
  appeal: string,
): Promise<ReceivedAppeal | undefined> {
  const found = await tx.query<{ text: string | null; settlement: string | null; channel: string }>(
    'select text, settlement, channel from routing.received where district = $1 and appeal = $2',
    [district, appeal],
  );
  return found.rows[0];
}

/** The row stays, so that nothing waits for it for ever; what is personal in it goes. */
export async function forgetText(tx: Transaction, district: number, appeal: string): Promise<void> {
  await tx.query('update routing.received set text = null where district = $1 and appeal = $2', [district, appeal]);
}

export async function forgetTextsOf(tx: Transaction, district: number, person: string): Promise<void> {
  await tx.query('update routing.received set text = null where district = $1 and person = $2', [district, person]);
}
