/** One address beside GraphQL, which exactly one service answers. */
export interface HttpRoute {
  /** The service that answers it. */
  readonly owner: string;
  readonly method: 'GET' | 'POST';
  /** `/files/:district/:id` */
  readonly url: string;
}

export const httpRoutes: readonly HttpRoute[] = [
  { owner: 'intake', method: 'POST', url: '/files' },
  { owner: 'intake', method: 'GET', url: '/files/:district/:id' },
];
