import { Injectable } from '@nestjs/common';
import { EventTransport } from '@otklik/messaging';
import type { RoutingLag } from '../../application/assignments.js';
import { ROUTING_CONSUMER } from './routing.consumer.js';

@Injectable()
export class TransportRoutingLag implements RoutingLag {
  constructor(private readonly transport: EventTransport) {}

  async isBehind(): Promise<boolean> {
    return (await this.transport.lag(ROUTING_CONSUMER)).events > 0;
  }
}
