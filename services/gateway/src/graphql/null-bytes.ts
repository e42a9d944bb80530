import { Kind, parse, visit } from 'graphql';

const NUL = '\0';

/** Where a NUL stands that no database can keep; undefined when there is none. */
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

/** Written in the document it is an escape, or stands there raw; the cheap look comes first. */
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
