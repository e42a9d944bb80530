import type { WordId } from '../../../words/words.js';
import type { Item, ListName } from './district-model.js';

/** One line, or one text. */
export type LineKind = 'line' | 'text' | 'number' | 'clock' | 'day';
/** One of several. */
export type ChoiceKind = 'choice' | 'department' | 'topic' | 'official';

/** A field of a form: which field of the file it edits, and as what. What it may hold is checked by the server alone. */
export interface SettingField {
  readonly name: string;
  readonly label: WordId;
  readonly hint?: WordId;
  readonly kind: LineKind | ChoiceKind | 'words' | 'numbers' | 'point' | 'settlements' | 'codes' | 'questions' | 'rows';
  /** Of `choice`: the values, with their words. */
  readonly choices?: readonly (readonly [value: string, words: WordId])[];
  /** Of `rows`: the fields of each, what adds one, and as what. */
  readonly columns?: readonly SettingField[];
  readonly add?: WordId;
  readonly fresh?: Item;
  /** It stays in the file when it is empty, so that what is missing is said at it. */
  readonly isKept?: true;
}

/** A list of the file that is edited item by item. */
export interface SettingPart {
  readonly list: ListName;
  readonly title: WordId;
  readonly add: WordId;
  readonly fields: readonly SettingField[];
  readonly newLabel: WordId;
  /** Lines that are added at once, each one item. */
  readonly isMany?: true;
  /** A new one of a line that was typed. */
  readonly fresh: (code: string, line: string) => Item;
}

export const settingParts: readonly SettingPart[] = [
  {
    list: 'departments',
    title: 'settings.departments',
    add: 'settings.newDepartment',
    fields: [{ name: 'name', label: 'settings.fullName', hint: 'settings.fullNameHint', kind: 'line', isKept: true }],
    newLabel: 'settings.name',
    fresh: (code, name) => ({ code, name }),
  },
  {
    list: 'topics',
    title: 'settings.topics',
    add: 'settings.newTopic',
    fields: [
      { name: 'name', label: 'settings.topicName', kind: 'line', isKept: true },
      { name: 'nameSah', label: 'settings.nameSah', kind: 'line' },
      { name: 'department', label: 'settings.department', kind: 'department' },
      { name: 'classifier', label: 'settings.codes', hint: 'settings.codesHint', kind: 'codes' },
      { name: 'questions', label: 'settings.questions', hint: 'settings.questionsHint', kind: 'questions' },
    ],
    newLabel: 'settings.name',
    fresh: (code, name) => ({ code, name }),
  },
  {
    list: 'routingRules',
    title: 'settings.rules',
    add: 'settings.newRule',
    fields: [
      { name: 'words', label: 'settings.ruleWords', hint: 'administration.ruleHelp', kind: 'words', isKept: true },
      { name: 'without', label: 'settings.ruleWithout', kind: 'words' },
      { name: 'settlements', label: 'settings.rulePlaces', hint: 'settings.rulePlacesHint', kind: 'settlements' },
      { name: 'topic', label: 'settings.ruleTopic', kind: 'topic', isKept: true },
      { name: 'department', label: 'settings.ruleDepartment', kind: 'department', isKept: true },
    ],
    newLabel: 'settings.ruleFirstWord',
    fresh: (id, word) => ({ id, words: [word], topic: '', department: '' }),
  },
  {
    list: 'settlements',
    title: 'settings.settlements',
    add: 'settings.newSettlements',
    fields: [
      { name: 'name', label: 'settings.name', kind: 'line', isKept: true },
      { name: 'nameSah', label: 'settings.nameSah', kind: 'line' },
      { name: 'point', label: 'settings.point', hint: 'settings.pointHint', kind: 'point' },
    ],
    newLabel: 'settings.settlementLines',
    isMany: true,
    fresh: settlementOf,
  },
];

/** A line of a list: the name; latitude and longitude after semicolons, if they are known. */
function settlementOf(code: string, line: string): Item {
  const [name = '', ...point] = line.split(/[;\t]/).map((one) => one.trim());
  const found = pointOf(point.join('; '));
  return { code, name, ...(found && { point: found }) };
}

/** «58,6; 125.39» as a point; undefined for what is none. */
export function pointOf(text: string): Item | undefined {
  const parts = text.split(/[;\s]+|,\s+/).filter(Boolean);
  const [latitude, longitude] = parts.map((one) => Number(one.replace(',', '.')));
  if (parts.length !== 2 || Number.isNaN(latitude) || Number.isNaN(longitude)) return undefined;
  return { latitude: latitude!, longitude: longitude! };
}
