import { useEffect, useState } from 'react';
import type { CombinedError } from '@urql/core';
import { useClient } from 'urql';
import { Link, useLocation } from 'wouter';
import { useAddress } from '../../frame/address.js';
import { csvText, saveFile } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { rememberScreen } from '../../frame/list-memory.js';
import { Button } from '../../parts/button.js';
import { dayIn, fullDate, momentIn } from '../../parts/dates.js';
import { NotLoaded } from '../../parts/queue/not-loaded.js';
import { t } from '../../words/words.js';
import { journalColumns, journalRow, type JournalEntry } from './journal-rows.js';
import { journalDocument } from './journal.queries.js';
import './journal.css';

/** The journal of registered appeals: what is seen is what is printed and what is saved. */
export function Journal() {
  const district = useDistrict();
  const { get } = useAddress();
  const [, navigate] = useLocation();
  const today = dayIn(district.zone, Date.now());
  const from = get('from') || `${today.slice(0, 8)}01`;
  const to = get('to') || today;
  const { entries, isWhole, error, again } = useJournal(district.code, from, to);
  const rows = entries.map(journalRow);
  useEffect(() => rememberScreen(`${location.pathname}?from=${from}&to=${to}`, t('journal.title')), [from, to]);
  const save = (): void => {
    const head = journalColumns.map((column) => t(`journal.${column}`));
    const cells = rows.map((row) => journalColumns.map((column) => row[column].replaceAll('\n', ' ')));
    saveFile(`${t('journal.fileName')}-${from}-${to}.csv`, csvText([head, ...cells]));
  };
  return (
    <main className="journal-screen" id="main">
      <div className="top">
        <Button look="plain" keys="Escape" onPress={() => navigate(`/desk/${district.code}`)}>
          {t('journal.back')}
        </Button>
        <h1>{t('journal.title')}</h1>
        <Days from={from} to={to} />
        <span className="muted" role="status">
          {isWhole || error ? '' : t('frame.loading')}
        </span>
        <span className="is-end" />
        <Button onPress={save}>{t('journal.csv')}</Button>
        <Button look="main" keys="Control+KeyP" onPress={() => print()}>
          {t('journal.print')}
        </Button>
      </div>
      {from > to && (
        <p className="d-warn" role="alert">
          {t('journal.reversed')}
        </p>
      )}
      {error && <NotLoaded error={error} onAgain={again} />}
      <article className="a4" aria-label={t('journal.sheet')}>
        <div className="a4-head">
          <p>{district.name}</p>
          <h2>{t('journal.heading')}</h2>
          <p className="num">{`${fullDate(from)} — ${fullDate(to)}`}</p>
        </div>
        <div className="a4-table" tabIndex={0} role="group" aria-label={t('journal.heading')}>
          <table className="journal">
            <colgroup>
              {journalColumns.map((column) => (
                <col key={column} className={`j-${column}`} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {journalColumns.map((column) => (
                  <th key={column} scope="col">
                    {t(`journal.${column}`)}
                  </th>
                ))}
              </tr>
              <tr className="j-no">
                {journalColumns.map((column, at) => (
                  <td key={column}>{at + 1}</td>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, at) => (
                <tr key={entry.id}>
                  {journalColumns.map((column) => (
                    <td key={column}>
                      {column === 'number' ? <NumberCell entry={entry} district={district.code} /> : rows[at]![column]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {isWhole && <p className="a4-sum">{t('journal.sum', { count: entries.length })}</p>}
        <div className="a4-foot">
          <p>{t('journal.kept')}</p>
          <p />
          <p className="num">{t('journal.printed', { at: momentIn(district.zone, new Date().toISOString()) })}</p>
        </div>
      </article>
    </main>
  );
}

function NumberCell({ entry, district }: { readonly entry: JournalEntry; readonly district: string }) {
  return (
    <>
      <Link href={`/desk/${district}/card/${entry.id}`}>{entry.number}</Link>
      <br />
      {entry.registeredOn && fullDate(entry.registeredOn)}
    </>
  );
}

function Days({ from, to }: { readonly from: string; readonly to: string }) {
  const { set } = useAddress();
  const ends = [
    ['from', from],
    ['to', to],
  ] as const;
  return ends.map(([name, value]) => (
    <input
      key={name}
      type="date"
      className="d-date num"
      aria-label={t(`journal.${name}Day`)}
      value={value}
      onChange={({ target }) => set({ [name]: target.value }, { replace: true })}
    />
  ));
}

interface Entries {
  readonly entries: readonly JournalEntry[];
  readonly isWhole: boolean;
  readonly error?: CombinedError | undefined;
}
const nothing: Entries = { entries: [], isWhole: false };

/** All entries of the days, page by page; what was read stays when a page fails. */
function useJournal(district: string, from: string, to: string): Entries & { readonly again: () => void } {
  const client = useClient();
  const [state, setState] = useState(nothing);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isLeft = false;
    const filter = { registeredFrom: from, registeredTo: to };
    const read = async (): Promise<void> => {
      let after: string | null | undefined = null;
      let entries: readonly JournalEntry[] = [];
      while (after !== undefined) {
        const { page, error } = await pageOf(after);
        if (isLeft) return;
        if (!page) return setState({ entries, isWhole: false, error });
        entries = [...entries, ...page.nodes];
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
        setState({ entries, isWhole: after === undefined });
      }
    };
    const pageOf = async (after: string | null) => {
      const variables = { district, filter, after };
      const { data, error } = await client.query(operation(journalDocument), variables).toPromise();
      return { page: data?.appeals, error };
    };
    setState(nothing);
    void read();
    return () => {
      isLeft = true;
    };
  }, [client, district, from, to, tries]);
  return { ...state, again: () => setTries((before) => before + 1) };
}
