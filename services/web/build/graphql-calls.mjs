/** The calls `graphql(`query Name …`)` in a source text. A fragment is never spliced in: each is named in its own call. */
export function graphqlCalls(code) {
  const call = /\bgraphql\(\s*`(\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*)`,?\s*\)/g;
  return [...code.matchAll(call)].map(([whole, text, kind, name]) => ({ whole, text, kind, name }));
}
