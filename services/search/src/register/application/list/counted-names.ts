/** What a search counts beside what it finds. */

export const facetNames = [
  ...(['topics', 'departments', 'classifiers', 'settlements', 'channels', 'states'] as const),
  ...(['results', 'terms', 'months', 'regimes', 'networks', 'senders', 'ratings', 'reopened'] as const),
] as const;
export type FacetName = (typeof facetNames)[number];
/** What a search counts: the facets, and how many it found in each district. */
export const countedNames = [...facetNames, 'districts'] as const;
export type CountedName = (typeof countedNames)[number];

export function byCountedName<Value>(of: (name: CountedName) => Value): Readonly<Record<CountedName, Value>> {
  return Object.fromEntries(countedNames.map((name) => [name, of(name)])) as Record<CountedName, Value>;
}
