import { useQuery } from 'urql';
import { useSearch } from 'wouter';
import { client, operation } from '../frame/graphql-client.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import { dayIn } from '../parts/dates.js';
import { TakeFiles } from '../frame/files/take-files.js';
import { t } from '../words/words.js';
import { answerTimesDocument, countDocument, searchDocument } from './analysis.queries.js';
import { reportDocument, type Reported } from './report-document.js';
import { addressOf, SEARCH } from './saved-search.js';
import { savedSearchesDocument } from './saved-searches.queries.js';
import { comparedRegime, filterOf } from './sought.js';
import { REPUBLIC_ZONE, useSought } from './use-sought.js';

/** The numbers of the search as a file; one that is saved has its name. */
export function SearchFiles() {
  const viewer = useViewer();
  const { sought, districts } = useSought();
  const name = useSavedName();
  const [district] = districts;
  if (district === undefined) return null;
  const mayAnswers = districts.every((code) => mayUse(viewer, code, 'answerTimes'));
  const today = dayIn(REPUBLIC_ZONE, Date.now());
  const read = async () => {
    const numbers = await numbersOf({ sought, districts, mayAnswers });
    if (!numbers) return undefined;
    const { counts, ...more } = numbers;
    const counted = viewer.districts
      .filter(({ code }) => districts.includes(code))
      .map((one) => ({ ...one, count: counts.get(one.code) ?? 0 }));
    return reportDocument({ name, sought, today, districts: counted, ...more });
  };
  return (
    <div className="part">
      <TakeFiles title={t('files.report')} name={`otchet-${today}`} district={district} read={read} />
    </div>
  );
}

/** Of the saved search that is on the screen. */
function useSavedName(): string | undefined {
  const viewer = useViewer();
  const search = useSearch();
  const home = viewer.districts.find(({ code }) => mayUse(viewer, code, 'saveView'))?.code;
  const [{ data }] = useQuery({
    query: operation(savedSearchesDocument),
    variables: { district: home ?? '' },
    pause: home === undefined,
  });
  const address = (text: string): string => new URLSearchParams(text).toString();
  return data?.savedViews.find((one) => one.list === SEARCH && address(addressOf(one)) === address(search))?.name;
}

interface Asked extends Pick<Reported, 'sought'> {
  readonly districts: readonly string[];
  readonly mayAnswers: boolean;
}

/** One after another: an official runs two searches at once. Undefined: one of them did not load. */
async function numbersOf({ sought, districts, mayAnswers }: Asked) {
  const fresh = { requestPolicy: 'network-only' } as const;
  const asked = { districts: [...districts], query: sought.query };
  const all = { ...asked, filter: filterOf(sought), order: sought.order, first: 1 };
  const compared = { ...asked, filter: filterOf({ ...sought, regimes: [comparedRegime(sought)] }) };
  const found = (await client.query(operation(searchDocument), all as never, fresh).toPromise()).data?.search;
  if (!found) return undefined;
  const counted = (await client.query(operation(countDocument), compared as never, fresh).toPromise()).data?.search;
  if (!counted) return undefined;
  const counts = new Map(counted.facets.districts.map(({ value, count }) => [value, count]));
  if (!mayAnswers) return { found, counts, answers: undefined };
  const times = { ...compared, by: sought.by };
  const answers = (await client.query(operation(answerTimesDocument), times as never, fresh).toPromise()).data;
  return answers && { found, counts, answers: answers.answerTimes };
}
