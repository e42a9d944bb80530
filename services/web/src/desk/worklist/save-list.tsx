import { useClient } from 'urql';
import { saveRows } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { readNow } from '../../frame/graphql-client.js';
import { useWholeList } from '../../frame/whole-list.js';
import type { ListCode } from '../../frame/worklists.js';
import type { AppealOrder } from '../../generated/enumerations.js';
import type { AppealFilter } from '../../generated/graphql.js';
import type { Column } from '../../parts/data-table/column.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import type { ShownItem } from './worklist-columns.js';
import { sourceOf, urgentOf } from './worklist-source.js';

const PAGE = 100;

/** Saves the whole list as a file. It is reloaded and not taken from the screen: the server records who saved what. */
export function SaveList(props: {
  readonly columns: readonly Column<ShownItem>[];
  readonly code: ListCode;
  readonly filter: AppealFilter;
  readonly order: AppealOrder;
}) {
  const { columns, code, filter, order } = props;
  const district = useDistrict();
  const client = useClient();
  const source = sourceOf(code);
  const read = async (after: string | null) => {
    const variables = {
      district: district.code,
      filter,
      urgent: urgentOf(filter),
      order,
      first: PAGE,
      after,
      export: true,
    };
    return source.page(await readNow(client, source.document, variables));
  };
  const { done, failure, start } = useWholeList<ListItem>(read, (items) =>
    saveRows(
      `${district.code}-${code.toLowerCase()}.csv`,
      columns,
      items.map((item) => ({ item, zone: district.zone })),
    ),
  );
  return (
    <>
      <Problem problem={failure} onAgain={() => void start()} />
      <button
        type="button"
        className="d-button is-plain not-on-phone"
        disabled={done !== undefined}
        onClick={() => void start()}
      >
        {done ? t('worklist.saving', { done }) : 'CSV'}
      </button>
    </>
  );
}
