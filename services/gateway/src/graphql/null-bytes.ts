import { Kind, parse, visit } from 'graphql';

const NUL = '\0';

/** The path of a NUL character, which PostgreSQL cannot store; undefined when there is none. */
export function nullBytePath(source: string, variables: Readonly<Record<string, unknown>>): string | undefined {
  return inVariables(variables, '') ?? inDocument(source);
}

function inVariables(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes(NUL) ? path : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = inVariables(inner, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a document it is raw or an escape; the text search avoids parsing most documents. */
function inDocument(source: string): string | undefined {
  if (!source.includes(NUL) && !/\\u(0000|\{0+\})/.test(source)) return undefined;
  let found: string | undefined;
  visit(parse(source), {
    [Kind.STRING]: (node) => {
      if (node.value.includes(NUL)) found = 'query';
    },
  });
  return found;
}
