import { Injectable } from '@nestjs/common';
import { EventTransport } from '@otklik/messaging';
import type { RoutingLag } from '../../application/assignments.js';
import { RESPONSES_REACTOR } from './responses.reactor.js';

@Injectable()
export class TransportRoutingLag implements RoutingLag {
  constructor(private readonly transport: EventTransport) {}

  async isBehind(): Promise<boolean> {
    return (await this.transport.lag(RESPONSES_REACTOR)).events > 0;
  }
}
