import { useAddress } from '../../../frame/address.js';
import { Button } from '../../../parts/button.js';
import { t } from '../../../words/words.js';
import { itemsOf, titleOf, withField } from './district-model.js';
import { faultsOfField, faultsOfItem } from './field-faults.js';
import type { Row } from './part-section.js';
import { SettingControl } from './setting-control.js';
import type { SettingPart } from './setting-parts.js';
import type { Draft } from './use-draft.js';
import type { InWork } from './use-in-work.js';
import { usesOf, type Uses } from './uses.js';

/** The fields of one item; each change is in the draft at once, and what is wrong with it is shown at its field. */
export function ItemForm(props: {
  readonly part: SettingPart;
  readonly row: Row;
  readonly draft: Draft;
  readonly inWork: InWork;
}) {
  const { part, row, draft, inWork } = props;
  const { item, at } = row;
  const { list, fields } = part;
  const faults = faultsOfItem(draft.differences?.faults ?? [], { list, ...row });
  const ofNoField = faults.filter((fault) => !fields.some(({ name }) => faultsOfField([fault], name).length > 0));
  return (
    <aside className="peek" aria-label={titleOf(item)}>
      <div className="d-form">
        <h2>{titleOf(item)}</h2>
        {ofNoField.map(({ message }) => (
          <p key={message} className="d-warn" role="alert">
            {message}
          </p>
        ))}
        {fields.map((field) => (
          <SettingControl
            key={field.name}
            field={field}
            value={item[field.name]}
            model={draft.model}
            faults={faultsOfField(faults, field.name)}
            onValue={(value) => draft.edit([list, at], withField(item, field.name, value))}
          />
        ))}
        <p className="muted small">{t('settings.code', { code: row.name })}</p>
      </div>
      <Removal part={part} row={row} draft={draft} inWork={inWork} />
    </aside>
  );
}

/** A setting that is in use stays, and it is said what uses it. */
function Removal(props: {
  readonly part: SettingPart;
  readonly row: Row;
  readonly draft: Draft;
  readonly inWork: InWork;
}) {
  const { part, row, draft, inWork } = props;
  const { set } = useAddress();
  const { list } = part;
  const reasons = reasonsOf(usesOf(draft.model, list, row.name), inWork[list].get(row.name) ?? 0);
  if (reasons.length > 0)
    return (
      <p className="muted">
        {t('settings.cannotRemove')} {reasons.join(' ')}
      </p>
    );
  const remove = (): void => {
    draft.edit(
      [list],
      itemsOf(draft.model, list).filter((_, at) => at !== row.at),
    );
    set({ item: '' }, { replace: true });
  };
  return (
    <div className="d-bar">
      <Button disabled={!inWork.isKnown} onPress={remove}>
        {t('settings.remove')}
      </Button>
    </div>
  );
}

function reasonsOf({ topics, rules }: Uses, open: number): readonly string[] {
  return [
    ...(open > 0 ? [t('settings.usedByQuestions', { count: open })] : []),
    ...(topics.length > 0 ? [t('settings.usedByTopics', { names: topics.join('», «') })] : []),
    ...(rules > 0 ? [t('settings.usedByRules', { count: rules })] : []),
  ];
}
