import { useDistrict } from '../../frame/district.js';
import { client, operation } from '../../frame/graphql-client.js';
import { dayAfter } from '../../parts/dates.js';
import { TakeFiles } from '../../frame/files/take-files.js';
import { t } from '../../words/words.js';
import { boardDocument } from './overview.queries.js';
import type { Period } from './board-numbers.js';
import { periodOf } from './use-board.js';
import { weekDocument } from './week-document.js';

/** The head's week as a file, whatever period is on the screen. */
export function WeekFiles({ today }: { readonly today: string }) {
  const { code: district, name } = useDistrict();
  const period = periodOf('7', today);
  const former = periodOf('7', dayAfter(period.from, -1));
  const read = async () => {
    const board = await boardOf(district, period);
    const before = board && (await boardOf(district, former));
    return before && weekDocument({ board, before: before.whole }, { district: name, period });
  };
  return <TakeFiles title={t('files.week')} name={`nedelya-${district}-${today}`} district={district} read={read} />;
}

async function boardOf(district: string, period: Period) {
  const asked = client.query(operation(boardDocument), { district, ...period }, { requestPolicy: 'network-only' });
  return (await asked.toPromise()).data?.board;
}
