import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { saveRows } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { useKeys } from '../../../parts/keys.js';
import { useOpenCounts } from '../../../frame/open-counts.js';
import { SplitScreen } from '../../../frame/split-screen.js';
import { useMayUse } from '../../../frame/viewer.js';
import { Button } from '../../../parts/button.js';
import { ColumnPicker } from '../../../parts/data-table/column-picker.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { dayIn } from '../../../parts/dates.js';
import { Kbd } from '../../../parts/kbd.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Invite } from './invite.js';
import { OfficialPanel } from './official-panel.js';
import { officialColumns } from './official-columns.js';
import { departmentsOf, rolesOf, type OfficialItem } from './official-words.js';
import { departmentsDocument, officialsDocument } from './officials.queries.js';
import '../administration.css';

export function Officials() {
  const district = useDistrict();
  const variables = { district: district.code };
  const [{ data, error }, reload] = useQuery({ query: operation(officialsDocument), variables });
  const all = data?.officials ?? [];
  const address = useAddress();
  const shown = all.filter((official) => isShown(official, address));
  const chosen = all.find(({ id }) => id === address.get('official')) ?? shown[0];
  const executors = all.filter(({ roles }) => roles.some(({ role }) => role === 'EXECUTOR')).map(({ id }) => id);
  const open = useOpenCounts(district.code, executors);
  const departments = useDepartments();
  const { zone } = district;
  const today = dayIn(zone, Date.now());
  const columns = useMemo(() => officialColumns({ open, today, zone }), [open, today, zone]);
  const renew = (): void => reload({ requestPolicy: 'network-only' });
  return (
    <SplitScreen className="wl is-wide">
      <section className="wl-list" aria-label={t('administration.officials')}>
        <div className="wl-head">
          <Head words={data ? countWords(all) : t('frame.loading')} onInvited={renew}>
            <ColumnPicker list="officials" columns={columns} />
            <Button look="plain" onPress={() => saveRows(`${district.code}-${today}.csv`, columns, shown)}>
              {t('administration.csv')}
            </Button>
          </Head>
          <Filters departments={departments} />
        </div>
        <Problem problem={error && failureOf(error)} onAgain={renew} />
        <DataTable
          look="grid"
          list="officials"
          label={t('administration.officials')}
          columns={columns}
          rows={shown}
          idOf={({ id }) => id}
          choice={{
            id: chosen?.id,
            onChoose: ({ id }) => address.set({ official: id }, { replace: true }),
            next: t('administration.next'),
            previous: t('administration.previous'),
          }}
          empty={<p className="wl-empty">{t('administration.noneFound')}</p>}
        />
        <Foot all={all} />
      </section>
      {chosen && (
        <OfficialPanel
          key={`${chosen.id} ${chosen.version}`}
          official={chosen}
          officials={all}
          departments={departments}
          open={open.get(chosen.id)}
          onChanged={renew}
        />
      )}
    </SplitScreen>
  );
}

function useDepartments(): readonly { readonly code: string; readonly name: string }[] {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(departmentsDocument), variables: { district } });
  return data?.directory.departments ?? [];
}

function Head(props: { readonly words: string; readonly onInvited: () => void; readonly children: ReactNode }) {
  const [inviting, invite] = useState(false);
  const may = useMayUse();
  const departments = useDepartments();
  return (
    <div className="d-bar">
      <h1>
        {t('administration.officials')}
        <small>{props.words}</small>
      </h1>
      <span className="is-end" />
      {props.children}
      {may('inviteOfficial') && (
        <Button keys="Alt+KeyN" onPress={() => invite(true)}>
          {t('administration.invite')}
        </Button>
      )}
      <Invite open={inviting} departments={departments} onClose={() => invite(false)} onInvited={props.onInvited} />
    </div>
  );
}

type Address = ReturnType<typeof useAddress>;

function isShown(official: OfficialItem, { get }: Address): boolean {
  const text = `${official.name} ${official.login} ${departmentsOf(official)} ${rolesOf(official)}`.toLowerCase();
  const state = get('state');
  const hasDepartment =
    get('department') === '' || official.roles.some(({ department }) => department?.code === get('department'));
  const hasRole = get('role') === '' || official.roles.some(({ role }) => role === get('role'));
  const hasState = state === '' ? official.state !== 'DISMISSED' : state === 'ALL' || official.state === state;
  return text.includes(get('text').toLowerCase()) && hasDepartment && hasRole && hasState;
}

const roles = [
  'MODERATOR',
  'REGISTRAR',
  'COORDINATOR',
  'EXECUTOR',
  'APPROVER',
  'SIGNATORY',
  'CONTROLLER',
  'HEAD',
  'DISTRICT_ADMIN',
  'ANALYST',
] as const;
const states = ['WORKING', 'ABSENT', 'INVITED', 'INVITATION_EXPIRED', 'DISMISSED', 'ALL'] as const;

function Filters({
  departments,
}: {
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}) {
  const { get, set } = useAddress();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ keys: 'Slash', title: t('administration.find'), run: () => field.current?.focus() }]);
  return (
    <div className="d-bar">
      <label className="d-field">
        <span className="unseen">{t('administration.find')}</span>
        <input
          ref={field}
          type="search"
          value={get('text')}
          placeholder={t('administration.findOfficial')}
          onChange={({ target }) => set({ text: target.value }, { replace: true })}
        />
        <Kbd keys="Slash" />
      </label>
      <select
        aria-label={t('administration.department')}
        value={get('department')}
        onChange={({ target }) => set({ department: target.value })}
      >
        <option value="">{t('administration.allDepartments')}</option>
        {departments.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('administration.role')}
        value={get('role')}
        onChange={({ target }) => set({ role: target.value })}
      >
        <option value="">{t('administration.allRoles')}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`frame.role${role}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('administration.state')}
        value={get('state')}
        onChange={({ target }) => set({ state: target.value })}
      >
        <option value="">{t('administration.notDismissed')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {t(`administration.filter${state}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Foot({ all }: { readonly all: readonly OfficialItem[] }) {
  const { get, set } = useAddress();
  const dismissed = all.filter(({ state }) => state === 'DISMISSED').length;
  if (dismissed === 0) return null;
  return (
    <div className="wl-bulk d-bar">
      <span className="muted">{t('administration.dismissedStay', { count: dismissed })}</span>
      {get('state') === '' && (
        <button type="button" className="d-button is-plain is-end" onClick={() => set({ state: 'ALL' })}>
          {t('administration.showDismissed')}
        </button>
      )}
    </div>
  );
}

function countWords(all: readonly OfficialItem[]): string {
  const isInvited = ({ state }: OfficialItem): boolean => state === 'INVITED' || state === 'INVITATION_EXPIRED';
  const invited = all.filter(isInvited).length;
  const working = all.filter((one) => one.state !== 'DISMISSED' && !isInvited(one)).length;
  return t('administration.counts', { working, invited });
}
