import { createContext, use, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import type { ViewerQuery } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { failureOf, signIn } from './failure.js';
import { operation } from './graphql-client.js';

const viewerDocument = graphql(`
  query Viewer {
    viewer {
      id
      login
      name
      roles {
        role
        operations
        district {
          code
          name
          zone
          population
        }
        department {
          code
          name
        }
        onBehalfOf {
          id
          name
        }
      }
    }
  }
`);

type Roles = ViewerQuery['viewer']['roles'];

export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly roles: Roles;
  /** Districts in which the official has a role, each once. */
  readonly districts: readonly Roles[number]['district'][];
}

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** The signed-in official; only below `ViewerProvider`. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer needs ViewerProvider.');
  return viewer;
}

/** Whether a role of the official in the district may use the root field. */
export function mayUse(viewer: Viewer, district: string, field: string): boolean {
  return viewer.roles.some((one) => one.district.code === district && one.operations.includes(field));
}

/** The same for the district of the screen. */
export function useMayUse(): (field: string) => boolean {
  const viewer = useViewer();
  const { code } = useDistrict();
  return (field) => mayUse(viewer, code, field);
}

/** Whether the official has one of the roles in the district. */
export function hasRole(viewer: Viewer, district: string, ...roles: readonly Roles[number]['role'][]): boolean {
  return viewer.roles.some((one) => one.district.code === district && roles.includes(one.role));
}

export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const [{ data, error, fetching }, reload] = useQuery({ query: operation(viewerDocument), variables: {} });
  if (data) return <ViewerContext value={viewerOf(data)}>{children}</ViewerContext>;
  if (fetching || !error) return <p className="frame-wait">{t('frame.loading')}</p>;
  const failure = failureOf(error);
  if (failure.code === 'UNAUTHENTICATED') {
    signIn();
    return <p className="frame-wait">{t('frame.signingIn')}</p>;
  }
  return (
    <main className="frame-wait">
      <h1>{t('frame.notOpened')}</h1>
      <p role="alert">{failure.message || t('frame.noConnection')}</p>
      <button type="button" className="d-button" onClick={() => reload({ requestPolicy: 'network-only' })}>
        {t('frame.again')}
      </button>
    </main>
  );
}

function viewerOf({ viewer }: ViewerQuery): Viewer {
  const districts = new Map(viewer.roles.map(({ district }) => [district.code, district]));
  return { id: viewer.id, name: viewer.name, roles: viewer.roles, districts: [...districts.values()] };
}
