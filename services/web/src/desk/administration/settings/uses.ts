import { itemsOf, textOf, textsOf, titleOf, type ListName, type Model } from './district-model.js';

/** Where the file itself refers to an item. */
export interface Uses {
  /** Names of topics that belong to a department. */
  readonly topics: readonly string[];
  /** How many routing rules lead there. */
  readonly rules: number;
}

const fieldOfList: Readonly<Record<ListName, string | undefined>> = {
  departments: 'department',
  topics: 'topic',
  settlements: 'settlements',
  routingRules: undefined,
};

export function usesOf(model: Model, list: ListName, code: string): Uses {
  const field = fieldOfList[list];
  if (field === undefined) return { topics: [], rules: 0 };
  const leading = itemsOf(model, 'routingRules').filter((rule) => textsOf(rule[field]).includes(code));
  const topics = itemsOf(model, 'topics').filter((topic) => textOf(topic[field]) === code);
  return { topics: topics.map(titleOf), rules: leading.length };
}
