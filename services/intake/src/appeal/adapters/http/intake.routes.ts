import { Injectable } from '@nestjs/common';
import type { EdgeAuthentication, HttpRoutes } from '@otklik/host';
import type { FastifyInstance } from 'fastify';
import { FileRoutes } from '../../../files/adapters/http/files.routes.js';
import { PublishedPhotoRoutes } from '../../../files/adapters/http/published-photo.routes.js';
import { NetworkRoutes } from '../../../networks/adapters/http/networks.routes.js';
import { Open311Routes } from '../../../open311/adapters/http/open311.routes.js';

/** Each reads bodies in its own way. */
@Injectable()
export class IntakeRoutes implements HttpRoutes {
  constructor(
    private readonly files: FileRoutes,
    private readonly photos: PublishedPhotoRoutes,
    private readonly networks: NetworkRoutes,
    private readonly open311: Open311Routes,
  ) {}

  async register(fastify: FastifyInstance, edge: EdgeAuthentication): Promise<void> {
    await fastify.register((scope) => this.files.register(scope, edge));
    await fastify.register(async (scope) => this.photos.register(scope));
    await fastify.register(async (scope) => this.networks.register(scope));
    await fastify.register(async (scope) => this.open311.register(scope));
  }
}
