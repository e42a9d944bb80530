import { Injectable } from '@nestjs/common';
import type { EdgeAuthentication, HttpRoutes } from '@otklik/host';
import type { FastifyInstance } from 'fastify';
import { PaperRoutes } from './paper.routes.js';
import { TableRoutes } from './table.routes.js';

/** What search answers beside GraphQL. */
@Injectable()
export class SearchRoutes implements HttpRoutes {
  constructor(
    private readonly papers: PaperRoutes,
    private readonly tables: TableRoutes,
  ) {}

  register(fastify: FastifyInstance, edge: EdgeAuthentication): void {
    this.papers.register(fastify, edge);
    this.tables.register(fastify, edge);
  }
}
