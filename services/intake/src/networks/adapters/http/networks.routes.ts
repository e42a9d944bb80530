import { Injectable } from '@nestjs/common';
import type { HttpRoutes } from '@otklik/host';
import { Clock, compact, isUuid } from '@otklik/kernel';
import { readBody, takeDelivery, type Answer, type RawDelivery } from '@otklik/networks';
import { counter } from '@otklik/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InboundAccounts } from '../../application/inbound-accounts.js';
import { KeepDeliveries } from '../../application/keep-deliveries.js';

const taken = counter('otklik_network_deliveries_total', 'Deliveries of networks, by reply', ['network', 'answer']);

const TOO_LARGE: Answer = { status: 413, body: '', refused: 'TOO_LARGE' };

interface Asked {
  Params: { readonly account: string; readonly secret?: string };
}

/**
 * `POST /in/<account>`, with `/<secret>` where a network has no other proof, and `GET` for its handshake: deliveries of
 * networks, judged by the raw bytes before anything is parsed, acknowledged once stored. The account's secret alone
 * authenticates the sender.
 */
@Injectable()
export class NetworkRoutes implements HttpRoutes {
  constructor(
    private readonly accounts: InboundAccounts,
    private readonly deliveries: KeepDeliveries,
    private readonly clock: Clock,
  ) {}

  register(fastify: FastifyInstance): void {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    for (const url of ['/in/:account', '/in/:account/:secret']) {
      fastify.route<Asked>({
        method: ['GET', 'POST'],
        url,
        handler: (request, reply) => this.take(request, reply),
      });
    }
  }

  private async take(request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> {
    const id = request.params.account.toLowerCase();
    const found = isUuid(id) ? this.accounts.find(id) : undefined;
    if (!found?.account.enabled) {
      taken.inc({ network: 'NONE', answer: '404' });
      return reply.code(404).send();
    }
    // What is too large is not read to its end, and still answered.
    const body = await readBody(request.raw.iterator({ destroyOnReturn: false }));
    if (body === undefined) void reply.header('connection', 'close');
    const answer =
      body === undefined
        ? TOO_LARGE
        : await takeDelivery(found.channel, this.delivery(request, body), found.secrets, (delivery, events) =>
            this.deliveries.keep(found, delivery, events),
          );
    taken.inc({ network: found.account.network, answer: answer.refused ?? String(answer.status) });
    return reply.code(answer.status).type('text/plain').header('cache-control', 'no-store').send(answer.body);
  }

  private delivery({ headers, query, params, ip }: FastifyRequest<Asked>, body: Uint8Array): RawDelivery {
    const { secret } = params;
    return {
      body,
      ip,
      at: this.clock.now(),
      headers: strings(headers),
      query: { ...strings(query as Record<string, unknown>), ...compact({ key: secret }) },
    };
  }
}

/** One value for each name: a repeated one is no valid secret. */
function strings(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
