import { mayRecordSource } from '@otklik/case/appeal-conditions';
import { covers } from '@otklik/kernel';
import type { RecordSource, SentOn } from './appeal.commands.js';
import { demandNotEnded, no } from './appeal.demands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';

/** By the departments that have its questions. What is as it was is not recorded again. */
export function recordSource(command: RecordSource, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (!mayRecordSource(factsOf(state))) no('APPEAL_STATE_FORBIDS');
  const { source, former, reason, mayActIn, departments, commandId } = command;
  if (mayActIn !== 'ALL' && !departments.some((department) => covers(mayActIn, department))) no('FORBIDDEN');
  if (isSame(source, former)) return [];
  return [{ type: 'SourceRecorded', ...source, ...keptOf(source, former), ...asFormer(former), reason, commandId }];
}

/** Once it is sealed again, it is seen of no name that it is the same. */
function keptOf({ receivedFromBody: body }: SentOn, former: SentOn) {
  const kept = former.receivedFromBody;
  return body !== undefined && kept !== undefined && isSameName(body, kept) ? { isBodyKept: true } : {};
}

/** Capitals tell no body from another. */
export function isSameName(name: string, typed: string): boolean {
  return name.toLocaleLowerCase('ru') === typed.toLocaleLowerCase('ru');
}

function asFormer({ receivedFrom, receivedFromBody }: SentOn) {
  return {
    ...(receivedFrom && { formerReceivedFrom: receivedFrom }),
    ...(receivedFromBody !== undefined && { formerReceivedFromBody: receivedFromBody }),
  };
}

const FIELDS = ['kind', 'organisation', 'number', 'date', 'term', 'wantsAnswer'] as const;

function isSame(one: SentOn, other: SentOn): boolean {
  const letters = [one, other].map(({ receivedFrom }) => receivedFrom);
  return (
    one.receivedFromBody === other.receivedFromBody &&
    FIELDS.every((field) => letters[0]?.[field] === letters[1]?.[field])
  );
}
