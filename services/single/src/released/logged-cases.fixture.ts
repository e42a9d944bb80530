import type { CaseFact } from '@otklik/case/events';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { publisher, type Recorded } from '@otklik/contracts/publisher';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';
import { isRegisterFact } from '@otklik/search/published-actions';
import { readFileSync } from 'node:fs';

/** An event as stored in the log of its service. */
export interface LoggedRow {
  readonly service: keyof typeof publishers;
  readonly district: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly meta: Pick<Recorded, 'actor' | 'correlationId'>;
  readonly data: Recorded['data'];
}

const publishers = {
  intake: publisher(intakeEvents),
  routing: publisher(routingEvents),
  responses: publisher(responsesEvents),
  notifications: publisher(notificationsEvents),
};

/** The cases of a log that `write-log.ts` kept, as this build publishes them. */
export function loggedCases(name: string): readonly (readonly CaseFact[])[] {
  const text = readFileSync(new URL(`${name}.log.jsonl`, import.meta.url), 'utf8');
  const facts = text
    .trim()
    .split('\n')
    .flatMap((line) => published(JSON.parse(line) as LoggedRow));
  return [...Map.groupBy(facts, ({ district, appeal }) => `${district} ${appeal}`).values()];
}

function published({ service, recordedAt: _recordedAt, meta, ...row }: LoggedRow): readonly CaseFact[] {
  const fact = publishers[service]({ ...row, ...meta } as unknown as Recorded);
  return fact && isRegisterFact(fact) ? [fact] : [];
}
