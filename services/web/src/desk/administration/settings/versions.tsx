import { useState } from 'react';
import { useClient, useQuery, type Client } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { DistrictFileQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Differences } from '../district-file/differences.js';
import { differencesDocument } from '../district-file/district-file.queries.js';
import { inWorkPass } from '../district-file/in-work.js';
import { useApplyFile } from '../district-file/use-apply-file.js';
import { settingsVersionDocument } from './settings.queries.js';

/** Who changed what and when; the last change is undone by one press, unless there is one after it. */
export function Versions(props: {
  readonly data: DistrictFileQuery;
  readonly isChanged: boolean;
  readonly onApplied: () => void;
}) {
  const { data, isChanged, onApplied } = props;
  const { code: district } = useDistrict();
  const { get } = useAddress();
  const { districtFile: file, districtFileVersions: versions } = data;
  const chosen = versions.find(({ version }) => String(version) === get('item')) ?? versions[0]!;
  const { version } = chosen;
  const variables = { district, version };
  const [{ data: known, error }] = useQuery({ query: operation(settingsVersionDocument), variables });
  const change = known?.districtFileVersion;
  const isNow = version === file.version;
  return (
    <>
      <section className="wl-list settings-version" aria-label={t('settings.version', { version })}>
        <h1>
          {t('settings.version', { version })} <small>{isNow && t('settings.now')}</small>
        </h1>
        <p className="muted">{change?.parts.length === 0 && t('settings.firstVersion')}</p>
        <Problem problem={error && failureOf(error)} />
        {change && <Differences isPast differences={{ version, parts: change.parts, faults: [], warnings: [] }} />}
        <Restore version={isNow ? version - 1 : version} file={file} isChanged={isChanged} onApplied={onApplied} />
      </section>
      <aside className="peek" aria-label={t('settings.versions')}>
        <h2>{t('settings.versions')}</h2>
        <List versions={versions} chosen={version} />
        <p className="muted small">{t('settings.versionsStay')}</p>
      </aside>
    </>
  );
}

function List(props: { readonly versions: DistrictFileQuery['districtFileVersions']; readonly chosen: number }) {
  const { zone } = useDistrict();
  const { set } = useAddress();
  return (
    <ul className="settings-versions">
      {props.versions.map(({ version, validFrom, by }) => (
        <li key={version}>
          <a
            href={`?of=versions&item=${version}`}
            {...(version === props.chosen && { 'aria-current': 'true' as const })}
            onClick={(event) => {
              event.preventDefault();
              set({ item: String(version) }, { replace: true });
            }}
          >
            <b className="num">{version}</b> <span className="num">{momentIn(zone, validFrom)}</span>
            <span className="muted">{by?.name ?? t('administration.byOperator')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Applies the text of an earlier version as the next one, if the version that is seen is still the last. */
function Restore(props: {
  readonly version: number;
  readonly file: DistrictFileQuery['districtFile'];
  readonly isChanged: boolean;
  readonly onApplied: () => void;
}) {
  const { version, file, isChanged, onApplied } = props;
  const { code: district } = useDistrict();
  const { set } = useAddress();
  const client = useClient();
  const { apply, problem, state } = useApplyFile();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const restore = async (): Promise<void> => {
    const asked = client.query(operation(settingsVersionDocument), { district, version });
    const text = (await asked.toPromise()).data?.districtFileVersion.text;
    if (text === undefined) return;
    const done = await apply(text, file.version);
    setFaults(done ? [] : await faultsOf(client, district, text));
    if (done) set({ item: '' }, { replace: true });
    onApplied();
  };
  if (version < 1) return null;
  return (
    <>
      <Problem problem={problem} />
      {faults.map((message) => (
        <p key={message} className="d-warn" role="alert">
          {message}
        </p>
      ))}
      <div className="d-bar d-gap2">
        <Button disabled={isChanged || state === 'sending'} onPress={() => void restore()}>
          {t('settings.restore', { version })}
        </Button>
        {isChanged && <span className="muted">{t('settings.applyFirst')}</span>}
      </div>
    </>
  );
}

/** Why an earlier text cannot be in force again: questions or officials have what it lacks, or the law has changed. */
async function faultsOf(client: Client, district: string, text: string): Promise<readonly string[]> {
  const inWork = await inWorkPass(client, district);
  const variables = { district, text, ...(inWork !== undefined && { inWork }) };
  const options = { requestPolicy: 'network-only' } as const;
  const { data } = await client.query(operation(differencesDocument), variables, options).toPromise();
  return [...new Set(data?.districtFileDifferences.faults.map(({ message }) => message))];
}
