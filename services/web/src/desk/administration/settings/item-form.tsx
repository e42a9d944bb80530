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
  const title = list === 'routingRules' ? t('settings.ruleNumber', { number: at + 1 }) : titleOf(item);
  const faults = faultsOfItem(draft.differences?.faults ?? [], { list, ...row });
  const ofNoField = faults.filter((fault) => !fields.some(({ name }) => faultsOfField([fault], name).length > 0));
  return (
    <aside className="peek" aria-label={title}>
      <div className="d-form">
        <h2>{title}</h2>
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
      {list === 'routingRules' && <Order row={row} draft={draft} />}
      <Removal part={part} row={row} draft={draft} inWork={inWork} />
    </aside>
  );
}

/** The first rule that fits decides, so their order matters. */
function Order({ row, draft }: { readonly row: Row; readonly draft: Draft }) {
  const rules = itemsOf(draft.model, 'routingRules');
  const move = (to: number): void => {
    const others = rules.filter((_, at) => at !== row.at);
    draft.edit(['routingRules'], others.toSpliced(to, 0, row.item));
  };
  return (
    <div className="d-bar">
      <Button keys="Alt+ArrowUp" disabled={row.at === 0} onPress={() => move(row.at - 1)}>
        {t('settings.moveUp')}
      </Button>
      <Button keys="Alt+ArrowDown" disabled={row.at === rules.length - 1} onPress={() => move(row.at + 1)}>
        {t('settings.moveDown')}
      </Button>
    </div>
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
