import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { firstDistrict } from '../frame/district.js';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import { Button } from '../parts/button.js';
import { useKeys } from '../parts/keys.js';
import { useViewer } from '../frame/viewer.js';
import { Kbd } from '../parts/kbd.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { searchDocument } from './analysis.queries.js';
import { Answers } from './answers.js';
import { ComparedRegime } from './compared-regime.js';
import { Comparison } from './comparison.js';
import { Export } from './export.js';
import { Facets } from './facets.js';
import { Hits } from './hits.js';
import { Period } from './period.js';
import { SavedSearches } from './saved-searches.js';
import { SearchFiles } from './search-files.js';
import { filterOf } from './sought.js';
import { useSought } from './use-sought.js';
import './analysis.css';

const FIRST = 20;

/** Search and comparison: words in any form, filters, months, texts, districts. */
export function Analysis() {
  const { sought, districts } = useSought();
  const variables = {
    districts: [...districts],
    query: sought.query,
    filter: filterOf(sought),
    order: sought.order,
    first: FIRST,
  };
  const [{ data, error, fetching }, reload] = useQuery({
    query: operation(searchDocument),
    variables: variables as never,
    pause: districts.length === 0,
  });
  const found = data?.search;
  return (
    <>
      <Head>
        {found ? (
          <Export total={found.total} isExact={found.totalIsExact} />
        ) : (
          fetching && (
            <Button disabled onPress={() => undefined}>
              {t('analysis.csvLoading')}
            </Button>
          )
        )}
      </Head>
      <main className="find" id="main">
        <Question isFetching={fetching && !found} />
        <Facets facets={found?.facets} />
        <section className="hits" aria-label={t('analysis.found')}>
          <Problem problem={error && failureOf(error)} onAgain={() => reload({ requestPolicy: 'network-only' })} />
          {found && <Hits found={found} />}
        </section>
        <aside className="side" aria-label={t('analysis.comparison')}>
          <ComparedRegime />
          <Comparison />
          <Answers />
          <SearchFiles />
        </aside>
      </main>
    </>
  );
}

function Head({ children }: { readonly children: ReactNode }) {
  const viewer = useViewer();
  const district = firstDistrict(viewer);
  return (
    <header className="find-head d-bar">
      {district && (
        <Link className="d-button is-plain" href={`/desk/${district}`}>
          {t('analysis.back')}
        </Link>
      )}
      <h1>{t('analysis.title')}</h1>
      <AnalysisTabs shown="search" />
      <span className="muted">{viewer.name}</span>
      <span className="is-end" />
      <SavedSearches />
      {children}
    </header>
  );
}

function Question({ isFetching }: { readonly isFetching: boolean }) {
  const { sought, go } = useSought();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ keys: 'Slash', title: t('analysis.query'), run: () => field.current?.focus() }]);
  // The address may be another without this form: back, a saved search. A remounted form would lose the focus.
  useEffect(() => {
    field.current!.value = sought.query;
  }, [sought.query]);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    go({ query: field.current?.value.trim() ?? '' });
  };
  return (
    <form className="find-q d-bar" role="search" noValidate onSubmit={find}>
      <label className="d-field">
        <span className="unseen">{t('analysis.query')}</span>
        <input ref={field} type="search" defaultValue={sought.query} />
        <Kbd keys="Slash" />
      </label>
      <Period />
      <button type="submit" className="d-button is-main">
        {t('analysis.find')}
        <kbd aria-hidden="true">Enter</kbd>
      </button>
      <span className="muted" role="status">
        {isFetching ? t('frame.loading') : t('analysis.anyForm')}
      </span>
    </form>
  );
}
