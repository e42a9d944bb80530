import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from '@jest/globals';
import { fileRows, type Column } from './column.js';
import { DrawnTable, type DrawnProps } from './drawn-table.js';
import { parseChoice, visibilityOf } from './kept-columns.js';

interface Road {
  readonly id: string;
  readonly name: string;
  readonly length: number;
}

const roads: readonly Road[] = [
  { id: 'a', name: 'Lena', length: 12 },
  { id: 'b', name: 'Vilyuy', length: 3 },
];
const columns: readonly Column<Road>[] = [
  { id: 'name', title: 'Road', value: ({ name }) => name, as: 'choice', phone: 'head', sort: true, hideable: false },
  { id: 'code', title: 'Code', value: ({ id }) => id, shown: 'file' },
  {
    id: 'length',
    title: 'Length',
    value: ({ length }) => length,
    cell: ({ length }) => `${length} km`,
    align: 'end',
    phone: 'named',
    sort: 'descending',
  },
  { id: 'act', title: 'Act', value: () => 'repair', csv: false, isTitleUnseen: true, phone: 'hidden' },
];

const unsorted = { getIsSorted: () => false as const, toggleSorting: () => undefined };

function drawn(props: Partial<DrawnProps<Road>> = {}): string {
  const { columns: all = columns } = props;
  const visible = visibilityOf(all, {});
  const table: DrawnProps<Road> = {
    look: 'grid',
    label: 'Roads',
    columns: all,
    rows: roads,
    idOf: ({ id }) => id,
    sortedBy: () => unsorted,
    ...props,
  };
  return renderToStaticMarkup(
    createElement(DrawnTable<Road>, { ...table, columns: all.filter(({ id }) => visible[id]) }),
  );
}

const cellsOf = (html: string) => [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);

describe('a list by the declaration of its columns', () => {
  it('draws a head and a cell for each shown column, in their order', () => {
    const html = drawn();
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(cellsOf(html)).toEqual(['Lena', '12 km', 'repair', 'Vilyuy', '3 km', 'repair']);
  });

  it('marks what a phone shows otherwise: its head, its named line, its hidden cell', () => {
    const html = drawn();
    expect(html).toContain('<td class="is-head">Lena</td>');
    expect(html).toContain('<td class="n" data-name="Length">12 km</td>');
    expect(html).toContain('<td class="not-on-phone">repair</td>');
  });

  it('has a button only in the head of a column that is sorted here, and says how the server sorted another', () => {
    const html = drawn();
    expect(html).toContain(
      '<th scope="col" class="is-head" aria-sort="none"><button type="button" class="sort">Road</button></th>',
    );
    expect(html).toContain('aria-sort="descending">Length</th>');
    expect(html).toContain('<span class="unseen">Act</span>');
  });

  it('says by which head the rows are sorted', () => {
    const html = drawn({ sortedBy: () => ({ ...unsorted, getIsSorted: () => 'desc' }) });
    expect(html).toContain('aria-sort="descending"><button type="button" class="sort">Road ↓</button>');
  });

  it('chooses a row by the button of one cell', () => {
    const html = drawn({ choice: { id: 'b', onChoose: () => undefined } });
    expect(html).toContain('<button type="button" class="d-rowlink" aria-pressed="false">Lena</button>');
    expect(html).toContain(
      '<tr class="is-picked is-cursor"><td class="is-head"><button type="button" class="d-rowlink" aria-pressed="true">',
    );
  });

  it('is scrolled as a named group, and says in place of rows that there are none', () => {
    expect(drawn({ rows: [], empty: 'None' })).toMatch(
      /^<div class="wl-rows" tabindex="0" role="group" aria-label="Roads">.*None<\/div>$/s,
    );
    expect(drawn({ empty: 'None' })).not.toContain('None');
  });

  it('lays one cell over its neighbour where the row says so', () => {
    const spanning = columns.map((column) => {
      if (column.id === 'length') return { ...column, span: () => 2 };
      return column.id === 'act' ? { ...column, span: () => 0 } : column;
    });
    const html = drawn({ columns: spanning });
    expect(html).toContain('colSpan="2"');
    expect(cellsOf(html)).toEqual(['Lena', '12 km', 'Vilyuy', '3 km']);
  });
});

describe('the file of a list', () => {
  it('has every column but those that are no data, whichever are shown', () => {
    expect(fileRows(columns, roads)).toEqual([
      ['Road', 'Code', 'Length'],
      ['Lena', 'a', 12],
      ['Vilyuy', 'b', 3],
    ]);
  });

  it('says a cell otherwise where the declaration does', () => {
    expect(fileRows([{ ...columns[0]!, csv: ({ name }) => name.toUpperCase() }], roads)).toEqual([
      ['Road'],
      ['LENA'],
      ['VILYUY'],
    ]);
  });
});

describe('the choice of columns', () => {
  it('shows the usual ones until another is chosen', () => {
    expect(visibilityOf(columns, {})).toEqual({ name: true, code: false, length: true, act: true });
    expect(visibilityOf(columns, { code: true, length: false })).toEqual({
      name: true,
      code: true,
      length: false,
      act: true,
    });
  });

  it('never hides a column that names the rows', () => {
    expect(visibilityOf(columns, { name: false }).name).toBe(true);
  });

  it.each(['{', '[true]', 'null', '{"name":1}', null])('is none in %s', (kept) => {
    expect(visibilityOf(columns, parseChoice(kept))).toEqual(visibilityOf(columns, {}));
  });
});
