/** One address beside GraphQL, which exactly one service answers. */
export interface HttpRoute {
  /** The service that answers it. */
  readonly owner: string;
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  /** `/files/:district/:id` */
  readonly url: string;
  /** Its pages need the browser's cookies, language and origin. */
  readonly isOfBrowsers?: true;
  /** Further request headers that its owner needs. */
  readonly headers?: readonly string[];
}

/** By these a network shows who it is; a packed body is refused. */
const ofNetworks = [
  ...['x-max-bot-api-secret', 'x-telegram-bot-api-secret-token', 'x-hub-signature-256'],
  'content-encoding',
];

/** Each gives its part of a case's evidence file. */
export const evidenceOwners: readonly string[] = ['intake', 'routing', 'responses', 'notifications', 'search'];

export const httpRoutes: readonly HttpRoute[] = [
  { owner: 'intake', method: 'POST', url: '/files' },
  { owner: 'intake', method: 'GET', url: '/files/:district/:id' },
  {
    owner: 'intake',
    method: 'GET',
    url: '/files/:district/published/:publication/:number',
    headers: ['if-none-match'],
  },
  { owner: 'intake', method: 'GET', url: '/in/:account', headers: ofNetworks },
  { owner: 'intake', method: 'POST', url: '/in/:account', headers: ofNetworks },
  { owner: 'intake', method: 'GET', url: '/in/:account/:secret', headers: ofNetworks },
  { owner: 'intake', method: 'POST', url: '/in/:account/:secret', headers: ofNetworks },
  { owner: 'intake', method: 'GET', url: '/open311/v2/*' },
  { owner: 'intake', method: 'POST', url: '/open311/v2/*', headers: ['idempotency-key'] },
  { owner: 'notifications', method: 'GET', url: '/letters/:district/sheet/:notice' },
  { owner: 'notifications', method: 'GET', url: '/letters/:district/copy/:notice' },
  { owner: 'notifications', method: 'GET', url: '/letters/:district/code/:code' },
  { owner: 'notifications', method: 'POST', url: '/letters/:district/sheets' },
  { owner: 'search', method: 'GET', url: '/papers/:district/card/:appeal' },
  { owner: 'search', method: 'GET', url: '/papers/:district/envelopes/:size' },
  { owner: 'search', method: 'GET', url: '/papers/:district/registry' },
  { owner: 'search', method: 'POST', url: '/papers/:district/tables' },
  ...evidenceOwners.map((owner): HttpRoute => ({ owner, method: 'POST', url: `/evidence/:district/${owner}` })),
  { owner: 'administration', method: 'GET', url: '/oidc/*', isOfBrowsers: true },
  { owner: 'administration', method: 'POST', url: '/oidc/*', isOfBrowsers: true },
  {
    owner: 'administration',
    method: 'OPTIONS',
    url: '/oidc/*',
    isOfBrowsers: true,
    headers: ['access-control-request-method', 'access-control-request-headers'],
  },
];
