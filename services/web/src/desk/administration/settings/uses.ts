import { itemsOf, textOf, titleOf, type Item, type ListName, type Model } from './district-model.js';

/** Where the file itself refers to an item. */
export interface Uses {
  /** Names of topics that belong to a department. */
  readonly topics: readonly string[];
  /** How many routing rules lead there. */
  readonly rules: number;
}

const fieldOfList: Readonly<Record<ListName, string>> = { departments: 'department', topics: 'topic' };

export function usesOf(model: Model, list: ListName, code: string): Uses {
  const field = fieldOfList[list];
  const rules = model['routingRules'];
  const leading = Array.isArray(rules) ? (rules as readonly Item[]).filter((rule) => rule[field] === code) : [];
  const topics = itemsOf(model, 'topics').filter((topic) => textOf(topic[field]) === code);
  return { topics: topics.map(titleOf), rules: leading.length };
}
