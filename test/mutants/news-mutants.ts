import { dropOperand, dropStatement, dropText, replaceReturn, replaceText, replaceValue } from './locate/change.js';
import type { Mutant } from './mutants.js';

const LETTERS = 'news.int.spec.ts';
const VIEWS = 'saved-views.int.spec.ts';

/** What is new in saved searches. */
export const newsMutants: readonly Mutant[] = [
  {
    name: 'a withdrawn appeal is new in a search',
    in: 'notifications/news: CountedAppeals.found',
    change: dropText('and not a.withdrawn'),
    spec: LETTERS,
    test: 'counts none that was withdrawn, struck or erased',
  },
  {
    name: 'a struck appeal is new in a search',
    in: 'notifications/news: CountedAppeals.found',
    change: dropText("and c.state -> 'appeal' -> 'correction' is null"),
    spec: LETTERS,
    test: 'counts none that was withdrawn, struck or erased',
  },
  {
    name: 'an erased appeal is new in a search',
    in: 'notifications/news: CountedAppeals.found',
    change: dropText('and not a.erased'),
    spec: LETTERS,
    test: 'counts none that was withdrawn, struck or erased',
  },
  {
    name: 'an appeal is counted again after a letter of which it is not known whether it left',
    in: 'notifications/news: CountedAppeals.count',
    change: replaceText("('FAILED', 'POSTPONED')", "('FAILED', 'POSTPONED', 'SENDING')"),
    spec: LETTERS,
    test: 'counts again what a letter held that the mail server did not take, and not where the outcome is unknown',
  },
  {
    name: 'what a letter counted that the mail server did not take is lost',
    in: 'notifications/news: CountedAppeals.count',
    change: replaceText("('FAILED', 'POSTPONED')", "('POSTPONED')"),
    spec: LETTERS,
    test: 'counts again what a letter held that the mail server did not take, and not where the outcome is unknown',
  },
  {
    name: 'webhooks are sent what is new in a search as often as something comes',
    in: 'notifications/news: counted-appeals.ts',
    change: dropText('and c.counted_at > $3'),
    spec: LETTERS,
    test: 'are sent the number, the link and the id of the search, at most once an hour, each appeal once',
  },
  {
    name: 'a search that cannot be counted costs the letter',
    in: 'notifications/news: CountNews.forLetter',
    change: replaceReturn('Promise.reject(error)', 'undefined'),
    spec: LETTERS,
    test: 'costs no more than its line where a search cannot be counted',
  },
  {
    name: 'a search is counted in the first district of the official alone',
    in: 'tenancy: searchedDistricts',
    change: replaceReturn('mine.slice(0, 1)', 'named'),
    spec: 'followed-search.spec.ts',
    test: 'searches where he may, of that in the named districts, or in all',
  },
  {
    name: 'a search in a district where the official has no role any more is counted in his others',
    in: 'tenancy: searchedDistricts',
    change: replaceReturn(
      '[mine.filter(({ code }) => named.includes(code)), mine].find((some) => some.length > 0) ?? []',
      'named',
    ),
    spec: 'followed-search.spec.ts',
    test: 'searches where he may, of that in the named districts, or in all',
  },
  {
    name: 'an official who may not search any more is sent what is new',
    in: 'tenancy: searchedDistricts',
    change: dropOperand('district', 'id'),
    spec: 'followed-search.spec.ts',
    test: 'searches where he may, of that in the named districts, or in all',
  },
  {
    name: 'a search by a day of no calendar is counted',
    in: 'tenancy: isCalendarDay',
    change: dropOperand('startsWith'),
    spec: 'followed-search.spec.ts',
    test: 'are of no day',
  },
  {
    name: 'a search with words is published for letters',
    in: 'administration: mayBeSent',
    change: dropOperand('words', 'null'),
    spec: VIEWS,
    test: 'is shown in its list alone where it has',
  },
  {
    name: 'what came before the filters became other ones is new',
    in: 'administration: SearchNews.viewChanged',
    change: replaceValue('true', 'isSame'),
    spec: VIEWS,
    test: 'begins anew with other filters, stays with another name, and ends with words or the search',
  },
  {
    name: 'a search that is shared no longer is sent on to others',
    in: 'administration: SearchNews.isSeen',
    change: dropOperand('seesView'),
    spec: VIEWS,
    test: 'is of each who follows a shared one, until it is shared no longer',
  },
  {
    name: 'every view takes the lock of the directory',
    in: 'administration: SearchNews.keep',
    change: dropStatement('isOver', 'followed'),
    spec: VIEWS,
    test: 'leaves the directory alone where nothing of it changes',
  },
];
