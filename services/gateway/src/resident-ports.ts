import { Fault, requestContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { anyone, type Directory } from '@otklik/tenancy';
import type { ResidentPorts } from '@otklik/web/module';
import type { Execute } from './graphql/execute.js';
import { contextOf } from './graphql/http.js';
import type { Identify } from './identity/identity.js';

interface Edge {
  readonly execute: Execute;
  readonly identify: Identify;
  readonly directory: Directory;
  readonly logger: Logger;
}

/** What the residents' pages may use of the edge: operations with the reader's rights and limits. */
export function residentPorts({ execute, identify, directory, logger }: Edge): ResidentPorts {
  return {
    execute,
    contextOf: async (request) => {
      const context = await contextOf(request, identify);
      // An official who writes here writes as a resident: rights of the desk end where these pages begin.
      return context.actor.kind === 'official' ? { ...context, actor: anyone } : context;
    },
    residentContext: async (request, token) => {
      const { district } = request.params as { readonly district: string };
      const identity = await identify(`Bearer ${token}`);
      const isOfDistrict =
        identity.actor.kind === 'resident' && identity.actor.district === directory.district(district)?.id;
      if (!isOfDistrict) throw new Fault('UNAUTHENTICATED');
      return { ...requestContext(request), ...identity, address: request.ip };
    },
    logger,
  };
}
