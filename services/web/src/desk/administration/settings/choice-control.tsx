import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { t } from '../../../words/words.js';
import { itemsOf, textOf, titleOf, type ListName, type Model } from './district-model.js';
import { nameOf } from './edited-yaml.js';
import type { ControlProps, Described } from './setting-control.js';
import type { SettingField } from './setting-parts.js';
import { settingsOfficialsDocument } from './settings.queries.js';

type Choices = readonly (readonly [value: string, words: string])[];

/** One of what the file has, of the officials, or of some values. */
export function ChoiceControl(props: ControlProps & { readonly described: Described }) {
  const { field, value, model, onValue, described } = props;
  const of = useChoices(field, model);
  const now = textOf(value);
  // What is chosen and not known, such as an official who was dismissed, is shown as it is in the file.
  const shown = now === '' || of.some(([one]) => one === now) ? of : [...of, [now, now] as const];
  return (
    <select
      value={now}
      {...described}
      onChange={({ target }) => onValue(target.value === '' && !field.isKept ? undefined : target.value)}
    >
      <option value="">{t(emptyOf(field))}</option>
      {shown.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}

function useChoices({ kind, choices = [] }: SettingField, model: Model): Choices {
  const { code: district } = useDistrict();
  const isOfficial = kind === 'official';
  const [{ data }] = useQuery({
    query: operation(settingsOfficialsDocument),
    variables: { district },
    pause: !isOfficial,
  });
  if (isOfficial)
    return (data?.officials ?? []).filter(({ state }) => state !== 'DISMISSED').map(({ login, name }) => [login, name]);
  if (kind === 'choice') return choices.map(([one, words]) => [one, t(words)]);
  const list: ListName = kind === 'topic' ? 'topics' : 'departments';
  return itemsOf(model, list).map((one) => [nameOf(one) ?? '', titleOf(one)]);
}

function emptyOf({ kind, isKept }: SettingField) {
  if (isKept) return 'settings.choose';
  return kind === 'department' ? 'settings.noDepartment' : 'settings.notSet';
}
