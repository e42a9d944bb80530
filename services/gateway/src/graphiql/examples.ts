import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Example {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

const FOLDER = new URL('../../examples/', import.meta.url);

/** The operations of one appeal's journey, in order: `examples/*.graphql` with their variables beside. */
export function examples(): readonly Example[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = read(file);
      return {
        query,
        variables: read(file.replace(/\.graphql$/, '.json')),
        // An operation that needs no token shows no header to fill in. Left as it is, it is not sent (`page/graphiql.js`).
        headers: query.includes('npm run otklik -- token') ? '{ "Authorization": "Bearer paste-the-token-here" }' : '',
      };
    });
}

function read(name: string): string {
  const file = new URL(name, FOLDER);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
