import { column, type Column } from '../../../parts/data-table/column.js';
import { momentIn } from '../../../parts/dates.js';
import { titlesOfPrintedPaper } from '../../../generated/titles.js';
import { language, t } from '../../../words/words.js';
import type { ShownOpening } from './use-openings.js';

/** Names and contacts were seen: these lines are set apart from those of cards and texts. */
const ofPerson: ReadonlySet<ShownOpening['kind']> = new Set([
  'CONTACT',
  'APPLICANT_SEARCH',
  'APPLICANT_FILE',
  'EVIDENCE',
  'PRINT',
  'LETTER',
]);

/** Of one case, with a reason in the official's words. */
const isReasoned: ReadonlySet<ShownOpening['kind']> = new Set(['CONTACT', 'APPLICANT_FILE', 'EVIDENCE']);

const openedWords = (kind: ShownOpening['kind']): string => t(`administration.opened${kind}`);

export function openingColumns(zone: string): readonly Column<ShownOpening>[] {
  return [
    column('when', t('administration.when'), ({ at }) => momentIn(zone, at), {
      as: 'choice',
      look: 'num',
      sort: 'descending',
      hideable: false,
      width: '9rem',
    }),
    column('who', t('administration.who'), whoOf, {
      cell: (opening) => (
        <>
          {whoOf(opening)} <span className="muted">{roleOf(opening)}</span>
        </>
      ),
      tip: (opening) => `${whoOf(opening)} ${roleOf(opening)}`,
      width: '17rem',
    }),
    column('right', t('administration.right'), roleOf, { shown: 'file' }),
    column('what2', t('administration.what2'), ({ kind }) => openedWords(kind), {
      cell: ({ kind }) => (ofPerson.has(kind) ? <b>{openedWords(kind)}</b> : openedWords(kind)),
      csv: ({ kind }) => t(`administration.kind${kind}`),
      width: '9rem',
    }),
    column('whose', t('administration.whose'), numberOf, {
      cell: (opening) => (
        <>
          {numberOf(opening)} <span className="muted">{reasonOf(opening)}</span>
        </>
      ),
      tip: reasonOf,
      csv: false,
    }),
    column('which', t('administration.which'), numberOf, { shown: 'file' }),
    column('letters', t('administration.whichLetters'), lettersOf, { shown: 'file' }),
    column('why', t('administration.why'), reasonOf, {
      csv: (opening) => (opening.exported || opening.printed ? reasonOf(opening) : opening.reason),
      shown: 'file',
    }),
  ];
}

/** Outgoing numbers of printed letters. */
function lettersOf({ letters = [] }: ShownOpening): string {
  return letters.map(({ number }) => number ?? t('administration.noNumber')).join(', ');
}

/** What is said of an opening of many. */
const ofMany = {
  EXPORT: 'administration.exportedRows',
  SEARCH: 'administration.exportedRows',
  APPLICANT_SEARCH: 'administration.exportedRows',
  PRINT: 'administration.printedCases',
  LETTER: 'administration.printedLettersOf',
} as const;

export function numberOf({ appeal, kind, rows = 0 }: ShownOpening): string {
  if (appeal) return appeal.number;
  return kind in ofMany ? t(ofMany[kind as keyof typeof ofMany], { count: rows }) : '—';
}

/** Reasons are asked for persons, their names and contacts only; of a file, which list it holds. */
export function reasonOf({ kind, reason, exported, printed }: ShownOpening): string {
  if (printed) return `${titlesOfPrintedPaper[printed][language]}: ${reason ?? ''}`;
  if (exported) return listOf(exported);
  if (kind === 'APPLICANT_SEARCH' || kind === 'LETTER') return reason ?? '';
  if (!isReasoned.has(kind)) return '';
  return reason ? `«${reason}»` : t('administration.erasedReason');
}

function listOf({ exported, worklist }: NonNullable<ShownOpening['exported']>): string {
  if (worklist) return t('administration.exportedWORKLIST', { name: t(`frame.list${worklist}`) });
  return exported && exported !== 'WORKLIST' ? t(`administration.exported${exported}`) : '';
}

/** Who opened it, and in whose stead. */
export function whoOf({ official, onBehalfOf }: ShownOpening): string {
  return onBehalfOf ? `${official.name} ${t('card.inStead', { name: onBehalfOf })}` : official.name;
}

export function roleOf({ role, official }: ShownOpening): string {
  return role === undefined ? (official.department ?? '') : t(`frame.role${role}`);
}
