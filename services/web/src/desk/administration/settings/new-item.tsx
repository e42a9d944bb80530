import { useState } from 'react';
import { Form, Submit } from '../../../parts/form.js';
import { LabelledLine, LabelledText } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import { codeOf, itemsOf, titleOf, type Item } from './district-model.js';
import { nameOf } from './edited-yaml.js';
import type { SettingPart } from './setting-parts.js';
import type { Draft } from './use-draft.js';

const MAX_LINES = 100_000;

/** A new one by its name, or a list of them by lines; the code is made of the name and never changes. */
export function NewItem(props: {
  readonly part: SettingPart;
  readonly draft: Draft;
  readonly onAdded: (name: string) => void;
}) {
  const { part, draft, onAdded } = props;
  const [text, setText] = useState('');
  const add = (): void => {
    const known = itemsOf(draft.model, part.list);
    const items = withLines(part, known, text);
    if (items.length > known.length) draft.edit([part.list], items);
    onAdded(nameOf(items.at(-1) ?? {}) ?? '');
  };
  const given = {
    label: t(part.newLabel),
    name: 'name',
    required: true,
    autoFocus: true,
    value: text,
    onValue: setText,
  };
  return (
    <aside className="peek" aria-label={t(part.add)}>
      <Form onSubmit={add}>
        <h2>{t(part.add)}</h2>
        {part.isMany ? (
          <LabelledText {...given} maxLength={MAX_LINES} rows={10} />
        ) : (
          <LabelledLine {...given} maxLength={300} />
        )}
        <p className="muted small">{t(part.isMany ? 'settings.linesHint' : 'settings.newHint')}</p>
        <div className="d-bar d-gap">
          <Submit>{t('settings.add')}</Submit>
        </div>
      </Form>
    </aside>
  );
}

/** A line whose name is in the list already adds nothing, so that a list may be brought in twice. */
export function withLines(part: SettingPart, known: readonly Item[], text: string): readonly Item[] {
  const lines = (part.isMany ? text.split('\n') : [text]).map((line) => line.trim()).filter(Boolean);
  return lines.reduce<readonly Item[]>((items, line) => {
    const taken = items.flatMap((item) => nameOf(item) ?? []);
    const name = part.isMany ? titleOf(part.fresh('', line)) : line;
    if (part.isMany && items.some((item) => titleOf(item) === name)) return items;
    return [...items, part.fresh(codeOf(name, taken), line)];
  }, known);
}
