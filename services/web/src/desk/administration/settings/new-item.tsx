import { useState } from 'react';
import { Form, Submit } from '../../../parts/form.js';
import { LabelledLine } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import { codeOf, itemsOf } from './district-model.js';
import { nameOf } from './edited-yaml.js';
import type { SettingPart } from './setting-parts.js';
import type { Draft } from './use-draft.js';

/** A new one by its name; its code is made of that and never changes. */
export function NewItem(props: {
  readonly part: SettingPart;
  readonly draft: Draft;
  readonly onAdded: (name: string) => void;
}) {
  const { part, draft, onAdded } = props;
  const [name, setName] = useState('');
  const items = itemsOf(draft.model, part.list);
  const add = (): void => {
    const code = codeOf(
      name,
      items.flatMap((item) => nameOf(item) ?? []),
    );
    draft.edit([part.list], [...items, { code, name: name.trim(), ...part.fresh }]);
    onAdded(code);
  };
  return (
    <aside className="peek" aria-label={t(part.add)}>
      <Form onSubmit={add}>
        <h2>{t(part.add)}</h2>
        <LabelledLine
          label={t('settings.name')}
          name="name"
          required
          autoFocus
          maxLength={300}
          value={name}
          onValue={setName}
        />
        <p className="muted small">{t('settings.newHint')}</p>
        <div className="d-bar d-gap">
          <Submit>{t('settings.add')}</Submit>
        </div>
      </Form>
    </aside>
  );
}
