import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { t } from '../../../words/words.js';
import { OfficialFilter } from './evidence-parts.js';
import { recordsDocument } from './evidence.queries.js';
import { recordColumns } from './record-columns.js';
import { RecordList } from './record-list.js';

/** What administrators changed: roles, absences, invitations, the district's file. */
export function Records() {
  const { code: district } = useDistrict();
  const { get } = useAddress();
  return (
    <RecordList
      list="changes"
      label={t('administration.changes')}
      columnsIn={recordColumns}
      document={recordsDocument}
      filter={{ district, official: get('official') || null }}
      pageOf={({ administrationRecords }) => administrationRecords}
      filters={<OfficialFilter />}
    />
  );
}
