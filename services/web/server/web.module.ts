import type { FastifyInstance } from 'fastify';
import { MapFolder } from './maps/map-folder.js';
import { mapRoutes } from './maps/map-routes.js';
import { residentPages, type ResidentPorts, type ResidentSignIn } from './resident/resident-pages.js';
import { staticRoutes } from './static-files.js';

export { listedOperations } from './listed-operations.js';
export { MapFolder, type OpenMap } from './maps/map-folder.js';
export { WrongMap } from './maps/map-header.js';
export { PAGE_HEADERS, READER_HEADERS, WEB } from './reader.js';
export type { ResidentPorts, ResidentSignIn };

/** What the web serves beside GraphQL. It uses the public API only: its options are no services, databases or directories. */
export interface WebOptions {
  /** Adds to `connect-src` of the pages' content security policy; for another origin of the API. */
  readonly connectTo?: readonly string[];
  /** Documents are scanned for viruses when they are opened: cards say where they are not. */
  readonly scansFiles?: boolean;
  /** Folder of the districts' maps; without it there are none. */
  readonly maps?: string;
  /** Runs operations of the residents' pages; without it there are none. */
  readonly residents?: ResidentPorts;
}

/** The desk and analysis at `/desk` and `/analysis`, static files of the browser's build; the residents' pages at `/`. */
export async function webRoutes(scope: FastifyInstance, options: WebOptions = {}): Promise<void> {
  await scope.register(async (inner) => staticRoutes(inner, options));
  const { residents } = options;
  const maps = options.maps === undefined ? undefined : new MapFolder(options.maps);
  if (maps) await scope.register(async (inner) => mapRoutes(inner, maps));
  if (residents) await scope.register(async (inner) => residentPages(inner, residents, maps));
}
