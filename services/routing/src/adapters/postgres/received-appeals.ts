import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** What routing keeps of a submission until the appeal is registered. The text stays sealed; null once it is forgotten. */
export interface ReceivedAppeal {
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly channel: string;
}

export interface NewlyReceived extends ReceivedAppeal {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

/** The first word stands: a late repetition must not bring back a text that was forgotten. */
export async function keepReceived(tx: Transaction, received: readonly NewlyReceived[]): Promise<void> {
  await tx.query(
    {
      name: 'routing.received',
      text: `insert into routing.received (district, appeal, person, text, settlement, channel)
        select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
        on conflict (district, appeal) do nothing`,
    },
    [
      received.map(({ district }) => district),
      received.map(({ appeal }) => appeal),
      received.map(({ person }) => person),
      received.map(({ text }) => text),
      received.map(({ settlement }) => settlement),
      received.map(({ channel }) => channel),
    ],
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
