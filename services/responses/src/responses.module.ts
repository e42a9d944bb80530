import { Module } from '@nestjs/common';
import { publisher } from '@otklik/contracts/publisher';
import { responsesEvents } from '@otklik/contracts/responses.events';
import type { ServiceDefinition } from '@otklik/host';
import { ResponseResolver } from './adapters/graphql/response.resolver.js';
import { ROUTING_CONSUMER, routingConsumer } from './adapters/kafka/routing.consumer.js';
import { assignmentOf } from './adapters/postgres/assignments.js';
import { recordedAct } from './adapters/signature/recorded-act.js';
import { handleResponse, type ResponsesParts } from './application/responses-parts.js';
import { migrations } from './migrations.js';

@Module({})
class ResponsesModule {}

export const responsesService: ServiceDefinition = {
  name: 'responses',
  migrations,
  publish: publisher(responsesEvents),
  async start({ database, store, vault, transport, now, secret }) {
    const parts: ResponsesParts = {
      store,
      handle: handleResponse(store, vault),
      vault,
      assignmentOf: (district, question) => assignmentOf(database.scope(district), district, question),
      behind: async () => (await transport.lag(ROUTING_CONSUMER)).events > 0,
      signature: recordedAct,
      now,
      secret,
    };
    return {
      module: {
        module: ResponsesModule,
        providers: [{ provide: ResponseResolver, useValue: new ResponseResolver(parts) }],
      },
      consumers: [routingConsumer(parts)],
      stop: async () => undefined,
    };
  },
};
