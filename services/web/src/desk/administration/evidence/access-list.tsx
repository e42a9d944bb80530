import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { t } from '../../../words/words.js';
import { accessColumns } from './access-columns.js';
import { OfficialFilter } from './evidence-parts.js';
import { accessRecordsDocument } from './evidence.queries.js';
import { RecordList } from './record-list.js';

const accessKinds = ['SIGNED_IN', 'SIGN_IN_FAILED', 'PASSWORD_SET', 'REFUSED'] as const;

/** Who signed in, who could not, and what was refused. */
export function AccessList() {
  const { code: district } = useDistrict();
  const { get } = useAddress();
  const kind = accessKinds.find((one) => one === get('kind'));
  return (
    <RecordList
      list="access"
      label={t('administration.access')}
      columnsIn={accessColumns}
      document={accessRecordsDocument}
      filter={{ district, kinds: kind === undefined ? null : [kind], official: get('official') || null }}
      pageOf={({ accessRecords }) => accessRecords}
      filters={
        <>
          <OfficialFilter />
          <KindFilter />
        </>
      }
    />
  );
}

function KindFilter() {
  const { get, set } = useAddress();
  return (
    <select
      aria-label={t('administration.what2')}
      value={get('kind')}
      onChange={({ target }) => set({ kind: target.value })}
    >
      <option value="">{t('administration.accessAll')}</option>
      {accessKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`administration.access${kind}`)}
        </option>
      ))}
    </select>
  );
}
