import { csvText } from '@otklik/kernel/csv';
import { useClient } from 'urql';
import { saveFile } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { readNow } from '../../frame/graphql-client.js';
import { wordsOf } from '../../frame/queue/notice-words.js';
import { useWholeList } from '../../frame/whole-list.js';
import type { PosFileQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { posFile } from './pos.queries.js';

type Row = PosFileQuery['posNotices']['nodes'][number];

/** All that waits, to its last page; that it is saved is on record. */
export function SaveList() {
  const client = useClient();
  const { code: district } = useDistrict();
  const read = async (after: string | null) => {
    const { nodes, pageInfo } = (await readNow(client, posFile, { district, after })).posNotices;
    return { rows: nodes, ...pageInfo };
  };
  const { done, failure, start } = useWholeList<Row>(read, save);
  return (
    <ul className="side-acts">
      <li>
        <Problem problem={failure} onAgain={() => void start()} />
        <Button disabled={done !== undefined} onPress={() => void start()}>
          {t('pos.save')}
        </Button>
      </li>
    </ul>
  );
}

function save(rows: readonly Row[]): void {
  const heads = [
    ...[t('pos.columnThere'), t('pos.columnNumber'), t('pos.columnKind')],
    ...[t('pos.columnTerm'), t('pos.columnAnswer')],
  ];
  const lines = rows.map((row) => [
    row.senderNumber ?? '',
    row.number ?? '',
    t(`calls.kind${row.kind}`),
    row.question?.appeal.bodyTerm ?? row.dueOn ?? '',
    row.answer ?? wordsOf(row),
  ]);
  saveFile(t('pos.file'), csvText([heads, ...lines]));
}
