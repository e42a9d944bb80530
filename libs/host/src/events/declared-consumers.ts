import type { Type } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import type { Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { CASE_REACTOR, type HearsCases } from './case-reactor.js';
import { EVENT_CONSUMER, toConsumer } from './event-consumer.js';

type Class = abstract new (...given: never[]) => object;

/** What the consumers among a module's providers declare. They are made of their classes alone, and can handle nothing. */
export function declaredConsumers(module: Type): readonly Consumer[] {
  const providers = Reflect.getMetadata('providers', module) as readonly unknown[];
  return providers.filter((one) => typeof one === 'function').flatMap((one) => declaredBy(one as Type<object>));
}

function declaredBy(provider: Type<object>): readonly Consumer[] {
  if (Reflect.hasMetadata(CASE_REACTOR, provider)) {
    const given = Reflect.getMetadata('design:paramtypes', provider) as readonly Class[];
    return [(new provider(...given.map(unmade)) as HearsCases).consumer];
  }
  if (!Reflect.hasMetadata(EVENT_CONSUMER, provider)) return [];
  return [toConsumer(unmade(provider), unmade(Clock) as Clock, unmade(Logger) as Logger)];
}

/** Without its constructor. */
function unmade(of: Class): object {
  return Object.create(of.prototype as object) as object;
}
