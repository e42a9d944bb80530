import { useState } from 'react';
import { anyLevelPattern } from '@otklik/contracts/classifier-patterns';
import { NARROW, useMedia } from '../frame/use-media.js';
import { useViewer } from '../frame/viewer.js';
import type { SearchAppealsQuery } from '../generated/graphql.js';
import { Button } from '../parts/button.js';
import { shortDepartment } from '../parts/names.js';
import { Form } from '../parts/form.js';
import { t } from '../words/words.js';
import { shortDistrict } from './short-district.js';
import { reopenedWord } from './reopened-word.js';
import type { ListName, Sought } from './sought.js';
import { useDistrictCounts } from './use-district-counts.js';
import { useSought } from './use-sought.js';

type Found = SearchAppealsQuery['search']['facets'];

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number | undefined;
}

const MAX_CHOICES = 7;
const NOTHING: Found = {
  topics: [],
  departments: [],
  settlements: [],
  states: [],
  channels: [],
  terms: [],
  results: [],
  classifiers: [],
  months: [],
  regimes: [],
  networks: [],
  senders: [],
  ratings: [],
  reopened: [],
};

/** What the found texts can be narrowed by, each value with its count. */
export function Facets({ facets = NOTHING }: { readonly facets: Found | undefined }) {
  const { districts } = useViewer();
  const counts = useDistrictCounts();
  const narrow = useMedia(NARROW);
  const [isOpen, open] = useState(false);
  const { go } = useSought();
  const lists: readonly (readonly [ListName, string, readonly Choice[]])[] = [
    [
      'districts',
      t('analysis.district'),
      districts.map(({ code, name }) => ({ value: code, name: shortDistrict(name), count: counts?.get(code) })),
    ],
    ['topics', t('analysis.topic'), facets.topics],
    [
      'departments',
      t('analysis.department'),
      facets.departments.map((one) => ({ ...one, name: shortDepartment(one.name) })),
    ],
    ['settlements', t('analysis.settlement'), facets.settlements],
    [
      'states',
      t('analysis.state'),
      facets.states.map(({ value, count }) => ({ value, count, name: t(`analysis.state${value}`) })),
    ],
    ['channels', t('analysis.channel'), facets.channels],
    [
      'networks',
      t('analysis.network'),
      facets.networks.map(({ value, count }) => ({ value, count, name: t(`parts.networkLong${value}`) })),
    ],
    ['sentBy', t('analysis.sender'), facets.senders],
    ['regimes', t('analysis.regime'), facets.regimes],
    ['terms', t('analysis.term'), facets.terms],
    [
      'results',
      t('analysis.result'),
      facets.results.map(({ value, count }) => ({ value, count, name: t(`parts.result${value}`) })),
    ],
    [
      'ratings',
      t('analysis.rating'),
      facets.ratings.map(({ value, count }) => ({
        value: String(value),
        count,
        name: t('analysis.score', { score: value }),
      })),
    ],
    ['reopened', t('analysis.reopened'), timesReopened(facets)],
  ];
  // On a phone what was found comes first.
  if (narrow && !isOpen)
    return (
      <div className="facets">
        <Button onPress={() => open(true)}>{t('analysis.filters')}</Button>
      </div>
    );
  return (
    <Form
      className="facets"
      aria-label={t('analysis.filters')}
      onSubmit={(form) => go({ classifier: String(new FormData(form).get('classifier')).trim() })}
    >
      {lists.map(([list, title, choices]) => (
        <FacetList key={list} list={list} title={title} choices={choices} />
      ))}
      <Classifiers choices={facets.classifiers} />
      <Overdue />
    </Form>
  );
}

/** Nothing to choose where nothing was considered again. */
function timesReopened({ reopened }: Pick<Found, 'reopened'>): readonly Choice[] {
  if (!reopened.some(({ value }) => value > 0)) return [];
  return reopened.map(({ value, count }) => ({ value: String(value), count, name: reopenedWord(String(value)) }));
}

function FacetList(props: { readonly list: ListName; readonly title: string; readonly choices: readonly Choice[] }) {
  const { list, title, choices } = props;
  const { sought, go } = useSought();
  const chosen: Sought[ListName] = sought[list];
  const shown = [...choices].slice(0, MAX_CHOICES);
  // What is chosen stays, so that it can be taken back, also when nothing of it is found.
  const missing = chosen.filter((value) => !shown.some((one) => one.value === value));
  const all = [...shown, ...missing.map((value) => choiceOf(choices, value))];
  if (all.length === 0) return null;
  const toggle = (value: string): void =>
    go({ [list]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map(({ value, name, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{name}</span>
          <span className="num">{count ?? '…'}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A code is typed by its beginning, or taken from those that are found; there is one at a time. */
function Classifiers({ choices }: { readonly choices: Found['classifiers'] }) {
  const { sought, go } = useSought();
  const { classifier } = sought;
  const shown = choices.filter(({ value }) => value !== classifier).slice(0, MAX_CHOICES);
  const chosen = choices.find(({ value }) => value === classifier);
  return (
    <fieldset>
      <legend>{t('analysis.classifier')}</legend>
      <label className="d-field" title={t('analysis.classifierHint')}>
        <span className="unseen">{t('analysis.classifier')}</span>
        <input
          key={classifier}
          name="classifier"
          className="num"
          placeholder={t('analysis.classifierBeginning')}
          title={t('analysis.classifierHint')}
          pattern={anyLevelPattern}
          defaultValue={classifier}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.form?.requestSubmit()}
          onInput={({ currentTarget }) => currentTarget.value === '' && classifier && go({ classifier: '' })}
        />
      </label>
      {chosen && chosen.name !== classifier && <p className="muted small">{chosen.name}</p>}
      {shown.map(({ value, name, count }) => (
        <label key={value} title={value}>
          <input type="checkbox" checked={false} onChange={() => go({ classifier: value })} />
          <span className={name === value ? 'num' : undefined}>{name}</span>
          <span className="num">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Overdue() {
  const { sought, go } = useSought();
  return (
    <label className="facet-alone">
      <input type="checkbox" checked={sought.overdue} onChange={({ target }) => go({ overdue: target.checked })} />
      <span>{t('analysis.overdue')}</span>
    </label>
  );
}

function choiceOf(choices: readonly Choice[], value: string): Choice {
  return choices.find((one) => one.value === value) ?? { value, name: value, count: 0 };
}
