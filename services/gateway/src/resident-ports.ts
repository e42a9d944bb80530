import { Fault, requestContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { anyone, type Directory } from '@otklik/tenancy';
import type { ResidentPorts } from '@otklik/web/module';
import type { Execute } from './graphql/execute.js';
import { contextOf } from './graphql/http.js';
import type { ResidentSessions } from './session/resident-sessions.js';
import type { Identify } from './identity/identity.js';

interface Edge {
  readonly execute: Execute;
  readonly identify: Identify;
  readonly directory: Directory;
  readonly logger: Logger;
  /** Where residents sign in. */
  readonly signedIn: ResidentSessions | undefined;
  /** How their issuer is called. */
  readonly provider: string;
}

/** What the residents' pages may use of the edge: operations with the reader's rights and limits. */
export function residentPorts({ execute, identify, directory, logger, signedIn, provider }: Edge): ResidentPorts {
  return {
    execute,
    contextOf: async (request) => {
      const context = await contextOf(request, identify);
      // An official who writes here writes as a resident: rights of the desk end where these pages begin. And one who
      // signed in writes by that name only where the page says so.
      return { ...context, actor: anyone };
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
    ...(signedIn === undefined
      ? {}
      : {
          signIn: {
            provider,
            contextOf: async (request) => {
              // Refuses a form that another site sends with this browser's cookies.
              await contextOf(request, identify);
              const identity = await signedIn.identity(request.headers.cookie, { active: true });
              if (identity?.actor.kind !== 'anyone' || !identity.actor.identified) return undefined;
              return { ...requestContext(request), ...identity, address: request.ip };
            },
          },
        }),
  };
}
