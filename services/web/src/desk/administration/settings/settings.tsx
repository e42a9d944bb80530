import { useState } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { SplitScreen } from '../../../frame/split-screen.js';
import type { DistrictFileQuery } from '../../../generated/graphql.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { districtFileDocument } from '../district-file/district-file.queries.js';
import { itemsOf } from './district-model.js';
import { FormSection } from './form-section.js';
import { LetterheadPreview } from './letterhead-preview.js';
import { PartSection } from './part-section.js';
import { settingForms } from './setting-forms.js';
import { settingParts } from './setting-parts.js';
import { SettingsFoot } from './settings-foot.js';
import { Versions } from './versions.js';
import { useDraft, type Draft } from './use-draft.js';
import '../administration.css';
import './settings.css';

/** The district's settings by forms: each edits its part of the district's file. */
export function Settings() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(districtFileDocument), variables: { district } });
  const again = (): void => reload({ requestPolicy: 'network-only' });
  if (data) return <Editing data={data} onApplied={again} />;
  return (
    <main className="board" id="main">
      <h1>{t('settings.title')}</h1>
      <Problem problem={error && failureOf(error)} onAgain={again} />
    </main>
  );
}

function Editing({ data, onApplied }: { readonly data: DistrictFileQuery; readonly onApplied: () => void }) {
  const file = data.districtFile;
  const draft = useDraft(file);
  const { get } = useAddress();
  const [isNew, makeNew] = useState(false);
  const part = settingParts.find(({ list }) => list === get('of')) ?? settingParts[0]!;
  // Another version is in force: it is shown at once, unless something was changed here.
  if (file.version !== draft.base.version && !draft.isChanged) draft.reset(file);
  const foot = <SettingsFoot draft={draft} inForce={file} onApplied={onApplied} />;
  const parts = <Parts data={data} draft={draft} onChoose={() => makeNew(false)} />;
  if (get('of') === 'versions')
    return (
      <main className="wl is-wide settings" id="main">
        {parts}
        <Versions data={data} isChanged={draft.isChanged} onApplied={onApplied} />
        {foot}
      </main>
    );
  const form = settingForms.find(({ of }) => of === get('of'));
  if (form)
    return (
      <main className="wl is-wide settings" id="main">
        {parts}
        <FormSection key={form.of} form={form} draft={draft}>
          {form.of === 'letterhead' && <LetterheadPreview text={draft.text} />}
        </FormSection>
        {foot}
      </main>
    );
  return (
    <SplitScreen className="wl is-wide settings" isNew={isNew}>
      {parts}
      <PartSection key={part.list} part={part} draft={draft} isNew={isNew} makeNew={makeNew} />
      {foot}
    </SplitScreen>
  );
}

function Parts(props: { readonly data: DistrictFileQuery; readonly draft: Draft; readonly onChoose: () => void }) {
  const { data, draft, onChoose } = props;
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const { version, validFrom } = draft.base;
  const now = get('of') || settingParts[0]!.list;
  const parts = [
    ...settingParts.map(({ list, title }) => ({ of: list, title, count: itemsOf(draft.model, list).length })),
    ...settingForms.map(({ of, title }) => ({ of, title, count: undefined })),
    { of: 'versions', title: 'settings.versions', count: data.districtFileVersions.length } as const,
  ];
  return (
    <nav className="settings-parts" aria-label={t('settings.parts')}>
      <h2>{t('settings.title')}</h2>
      <ul>
        {parts.map(({ of, title, count }) => (
          <li key={of}>
            <a
              href={`?of=${of}`}
              {...(now === of && { 'aria-current': 'true' as const })}
              onClick={(event) => {
                event.preventDefault();
                onChoose();
                set({ of, item: '', part: '' });
              }}
            >
              {t(title)} <span className="num">{count}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {t('settings.inForce', { version, day: fullDate(dayIn(zone, validFrom)) })}{' '}
        <a href={`/desk/${district}/administration/district-file`}>{t('settings.asFile')}</a>
      </p>
    </nav>
  );
}
