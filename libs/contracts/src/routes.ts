/** One address beside GraphQL, which exactly one service answers. */
export interface HttpRoute {
  /** The service that answers it. */
  readonly owner: string;
  readonly method: 'GET' | 'POST';
  /** `/files/:district/:id` */
  readonly url: string;
  /** Its pages need the browser's cookies, language and origin. */
  readonly isOfBrowsers?: true;
}

export const httpRoutes: readonly HttpRoute[] = [
  { owner: 'intake', method: 'POST', url: '/files' },
  { owner: 'intake', method: 'GET', url: '/files/:district/:id' },
  { owner: 'administration', method: 'GET', url: '/oidc/*', isOfBrowsers: true },
  { owner: 'administration', method: 'POST', url: '/oidc/*', isOfBrowsers: true },
];
