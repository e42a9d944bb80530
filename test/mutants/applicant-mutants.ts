import {
  beside,
  dropCall,
  dropElement,
  dropOperand,
  dropStatement,
  replaceArgument,
  replaceCondition,
  replaceReturn,
  replaceText,
  replaceValue,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

const search = 'applicant-search.int.spec.ts';

/** Of the search for persons, and of their files. */
export const applicantMutants: readonly Mutant[] = [
  {
    name: 'applicants: words of an erased person that stay',
    in: 'search: writeApplicants',
    change: dropStatement('removed', 'remove'),
    spec: search,
    test: 'removes the words of an erased person',
  },
  {
    name: 'applicants: what could be typed of the name of an erased person stays',
    in: 'search: remove',
    change: replaceText('and f.word = g.word', 'and false and f.word = g.word'),
    spec: search,
    test: 'removes the words of an erased person',
  },
  {
    name: 'applicants: one key for all districts',
    in: 'vault: blindWord',
    change: replaceArgument("'otklik'", 'key', beside('createHmac')),
    spec: 'vault: memory-vault.spec.ts',
    test: 'returns words as 64 bits that match within the district only',
  },
  {
    name: 'applicants: a search that is on no record',
    in: 'search: ApplicantSearchResolver.applicants',
    change: dropStatement('record', 'rows'),
    spec: search,
    test: 'records each search with its reason',
  },
  {
    name: 'applicants: searches without a limit',
    in: 'search: recordApplicantSearch',
    change: replaceCondition('void (await $&)', 'recordWithin'),
    spec: search,
    test: 'shows no more than 60 searches an hour',
  },
  {
    name: 'applicants: searches that are counted before others are recorded',
    in: 'search: PostgresOpenings.recordWithin',
    change: dropStatement('pg_advisory_xact_lock'),
    spec: search,
    test: 'shows no more than 60 of 100 searches that are asked for at once',
  },
  {
    name: 'applicants: files without a limit',
    in: 'search: ApplicantFileResolver.record',
    change: replaceCondition('void (await $&)', 'recordWithin'),
    spec: search,
    test: 'opens no more than 60 files an hour',
  },
  {
    name: 'applicants: the whole name beside a hit',
    in: 'search: initialsOf',
    change: replaceReturn('name', 'join'),
    spec: search,
    test: 'shows initials and no more',
  },
  {
    name: 'applicants: a file that is opened on no record',
    in: 'search: ApplicantFileResolver.applicantFile',
    change: dropStatement('record', 'reason'),
    spec: search,
    test: 'opens the file of a person on record',
  },
  {
    name: 'applicants: a namesake who is taken for the person that is being registered',
    in: 'search: MIN_NAME_WORDS',
    change: replaceValue('1', '2'),
    spec: search,
    test: 'counts what came earlier of a person who is being registered',
  },
  {
    name: 'applicants: the length of a word, told by how many forms it has',
    in: 'search: made',
    change: dropElement('padding'),
    spec: 'applicant-words.spec.ts',
    test: 'pads the forms of a word',
  },
  {
    name: 'applicants: a telephone that a word of letters and digits gives',
    in: 'search: contactWords',
    change: replaceCondition('false', 'MIN_PHONE'),
    spec: 'applicant-words.spec.ts',
    test: 'knows Sakha letters, and no account of a network',
  },
  {
    name: 'applicants: «ё» that is not «е»',
    in: 'search/register: spelling',
    change: dropCall('replaceAll'),
    spec: 'applicant-words.spec.ts',
    test: 'an applicant is found by',
  },
  {
    name: 'applicants: the author of a comment that is no longer public',
    in: 'search: row-view.ts',
    change: dropOperand('REMOVED'),
    spec: 'row-view.spec.ts',
    test: 'is named while the comment stands there',
  },
];
