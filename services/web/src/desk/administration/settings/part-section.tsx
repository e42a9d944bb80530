import { useAddress } from '../../../frame/address.js';
import { Button } from '../../../parts/button.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { t } from '../../../words/words.js';
import { itemsOf, textOf, textsOf, titleOf, type Item, type ListName, type Model } from './district-model.js';
import { nameOf } from './edited-yaml.js';
import { faultsOfItem } from './field-faults.js';
import { ItemForm } from './item-form.js';
import { NewItem } from './new-item.js';
import { ruleSentence } from './rule-sentence.js';
import type { SettingPart } from './setting-parts.js';
import { useInWork, type InWork } from './use-in-work.js';
import { usesOf } from './uses.js';
import type { Draft } from './use-draft.js';

export interface Row {
  readonly name: string;
  readonly at: number;
  readonly item: Item;
}

/** A list of the file, and the form of the item that is chosen in it. */
export function PartSection(props: {
  readonly part: SettingPart;
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly makeNew: (isNew: boolean) => void;
}) {
  const { part, draft, isNew, makeNew } = props;
  const { get, set } = useAddress();
  const inWork = useInWork();
  const { list } = part;
  const items = itemsOf(draft.model, list);
  const rows = items.map((item, at): Row => ({ item, at, name: nameOf(item) ?? String(at) }));
  const chosen = isNew ? undefined : (rows.find(({ name }) => name === get('item')) ?? rows[0]);
  const choose = (name: string): void => {
    makeNew(false);
    set({ item: name }, { replace: true });
  };
  return (
    <>
      <section className="wl-list" aria-label={t(part.title)}>
        <div className="wl-head d-bar">
          <h1>
            {t(part.title)}
            <small>{items.length}</small>
          </h1>
          <span className="is-end" />
          <Button keys="Alt+KeyN" onPress={() => makeNew(true)}>
            {t(part.add)}
          </Button>
        </div>
        <DataTable
          look="grid"
          label={t(part.title)}
          columns={columnsOf(list, draft, inWork)}
          rows={rows}
          idOf={({ name }) => name}
          choice={{ id: chosen?.name, onChoose: ({ name }) => choose(name) }}
          empty={<p className="wl-empty">{t('settings.noItems')}</p>}
        />
      </section>
      {isNew || !chosen ? (
        <NewItem part={part} draft={draft} onAdded={choose} />
      ) : (
        <ItemForm key={`${list} ${chosen.name}`} part={part} row={chosen} draft={draft} inWork={inWork} />
      )}
    </>
  );
}

function columnsOf(list: ListName, { model, differences }: Draft, inWork: InWork): readonly Column<Row>[] {
  const faults = differences?.faults ?? [];
  const said = ({ item }: Row): string => (list === 'routingRules' ? ruleSentence(model, item) : titleOf(item));
  const name = column<Row>('name', t(list === 'routingRules' ? 'settings.rule' : 'settings.name'), said, {
    as: 'choice',
    phone: 'head',
    width: list === 'topics' ? '40%' : '64%',
    note: (row) =>
      faultsOfItem(faults, { list, ...row }).length > 0 && <div className="attn">{t('settings.hasFaults')}</div>,
  });
  const open = column<Row>('open', t('settings.inWork'), (row) => inWork[list].get(row.name) ?? 0, {
    align: 'end',
    phone: 'named',
  });
  if (list === 'settlements')
    return [name, column<Row>('point', t('settings.point'), pointWords, { look: 'num' }), open];
  if (list === 'routingRules')
    return [column<Row>('at', '№', ({ at }) => at + 1, { width: '3rem' }), { ...name, width: '90%' }];
  if (list === 'departments') {
    const topics = column<Row>('topics', t('settings.topics'), (row) => usesOf(model, list, row.name).topics.length, {
      align: 'end',
      phone: 'named',
    });
    return [name, topics, open];
  }
  return [
    name,
    column<Row>('department', t('settings.department'), (row) => departmentOf(model, row.item), { width: '30%' }),
    codes(),
    open,
  ];
}

function pointWords({ item }: Row): string {
  const { latitude, longitude } = (item['point'] ?? {}) as Item;
  return latitude === undefined ? t('settings.noPoint') : `${textOf(latitude)}; ${textOf(longitude)}`;
}

function codes(): Column<Row> {
  return column('codes', t('settings.codesShort'), ({ item }) => shortened(textsOf(item['classifier'])), {
    look: 'num',
    phone: 'hidden',
    width: '12rem',
  });
}

function shortened([first, ...others]: readonly string[]): string {
  return others.length > 0 ? t('settings.andMore', { first, count: others.length }) : (first ?? '');
}

function departmentOf(model: Model, item: Item): string {
  const code = textOf(item['department']);
  const found = itemsOf(model, 'departments').find((one) => nameOf(one) === code);
  return found ? titleOf(found) : code;
}
