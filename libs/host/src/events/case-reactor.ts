import { Injectable, SetMetadata } from '@nestjs/common';
import { evolveCase, noCase, type Case } from '@otklik/case/case';
import { caseFacts, type CaseField } from '@otklik/case/case-facts';
import type { CaseFact } from '@otklik/case/events';
import { versionedType } from '@otklik/contracts/declare-event';
import type { CaseFold, CaseReaction, CommandTo, Consumer } from '@otklik/messaging';
import type { Declared, EventOf } from './event-consumer.js';

export const CASE_REACTOR = Symbol('CASE_REACTOR');

/** A provider that hears all topics of its service. */
export interface HearsCases {
  readonly consumer: Consumer;
}

/** A class whose `consumer` is a reactor. */
export function CaseReactor(): (target: new (...given: never[]) => HearsCases) => void {
  return (target) => {
    Injectable()(target);
    SetMetadata(CASE_REACTOR, true)(target);
  };
}

/** The fold of published facts, cut to the declared fields, by the events alone that change these. */
export function caseFold(declared: readonly CaseField[], heard: readonly Declared[]): CaseFold<Case> {
  const cut = caseFacts(declared);
  const subscribesTo = heard.map(versionedType);
  return {
    subscribesTo,
    initial: noCase,
    evolve: (known, event) =>
      subscribesTo.includes(`${event.type}@${event.schema}`) ? cut(evolveCase(known, event as CaseFact)) : known,
  };
}

/** No more than which events were applied: where no reaction asks what is known of the case. */
export const onlyVersions: CaseFold<Record<string, never>> = {
  subscribesTo: [],
  initial: {},
  evolve: (known) => known,
};

/** The reaction to each event of these types. */
export function reactsTo<Schemas extends readonly Declared[], State, Command>(
  schemas: Schemas,
  react: (event: EventOf<Schemas[number]>, known: State) => readonly CommandTo<Command>[],
): CaseReaction<State, Command> {
  return {
    subscribesTo: schemas.map(versionedType),
    react: (known, event) => react(event as EventOf<Schemas[number]>, known),
  };
}
