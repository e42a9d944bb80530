import type { WordId } from '../../../words/words.js';
import type { Item, ListName } from './district-model.js';

/** A field of a form: which field of the file it edits, and as what. What it may hold is checked by the server alone. */
export interface SettingField {
  readonly name: string;
  readonly label: WordId;
  readonly hint?: WordId;
  readonly kind: 'line' | 'department' | 'codes' | 'questions';
}

/** A list of the file that is edited item by item. */
export interface SettingPart {
  readonly list: ListName;
  readonly title: WordId;
  readonly add: WordId;
  readonly fields: readonly SettingField[];
  /** What a new one has beside its code and name. */
  readonly fresh: Item;
}

export const settingParts: readonly SettingPart[] = [
  {
    list: 'departments',
    title: 'settings.departments',
    add: 'settings.newDepartment',
    fields: [{ name: 'name', label: 'settings.fullName', hint: 'settings.fullNameHint', kind: 'line' }],
    fresh: {},
  },
  {
    list: 'topics',
    title: 'settings.topics',
    add: 'settings.newTopic',
    fields: [
      { name: 'name', label: 'settings.topicName', kind: 'line' },
      { name: 'nameSah', label: 'settings.nameSah', kind: 'line' },
      { name: 'department', label: 'settings.department', kind: 'department' },
      { name: 'classifier', label: 'settings.codes', hint: 'settings.codesHint', kind: 'codes' },
      { name: 'questions', label: 'settings.questions', hint: 'settings.questionsHint', kind: 'questions' },
    ],
    fresh: {},
  },
];
