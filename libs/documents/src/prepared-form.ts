import { isAcross } from '@otklik/kernel/office-files';
import type { EnvelopesPaper, FormPaper, PostalParty } from './form-papers.js';
import { dayOf, line } from './prepared-text.js';

const TEMPLATES = {
  ENVELOPES: 'envelopes.typ',
  REGISTRY: 'registry.typ',
  CARD: 'card.typ',
  JOURNAL: 'journal.typ',
  TABLES: 'tables.typ',
};
const INDEX = /(?<!\d)\d{6}(?!\d)/;

export const templateOf = ({ layout }: FormPaper): string => TEMPLATES[layout];

/** What the template of a form reads: the paper with each text ready to be set. */
export function preparedForm(paper: FormPaper): object {
  const prepared = { ...set(paper), title: titleOf(paper) };
  if (paper.layout === 'CARD' || paper.layout === 'REGISTRY') return { ...prepared, day: dayOf(paper.date) };
  if (paper.layout === 'TABLES') return { ...prepared, across: isAcross(paper.tables) };
  return paper.layout === 'ENVELOPES' ? { ...prepared, ...envelopesOf(paper) } : prepared;
}

function titleOf(paper: FormPaper): string {
  if (paper.layout === 'ENVELOPES') return 'Конверты';
  if (paper.layout === 'CARD') return line(`Регистрационно-контрольная карточка № ${paper.number}`);
  if (paper.layout === 'JOURNAL' || paper.layout === 'TABLES') return line(paper.title);
  return line(`Список № ${paper.number ?? ''} от ${dayOf(paper.date)} внутренних почтовых отправлений`);
}

function envelopesOf({ from, envelopes }: EnvelopesPaper): object {
  return {
    from: partyOf(from),
    envelopes: envelopes.map(({ to, number = '', sentAs = '' }) => ({
      to: partyOf(to),
      number: line(number),
      sentAs: line(sentAs),
    })),
  };
}

/** The index is apart, in figures that a machine reads. */
function partyOf({ name, address }: PostalParty): { name: string; address: string; index: string } {
  const [index = ''] = INDEX.exec(address) ?? [];
  const rest = address
    .replace(INDEX, '')
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(/,\s*,/g, ',');
  return { name: line(name), address: line(rest), index };
}

/** Every text of it, by the same rules. */
function set<Value>(value: Value): Value {
  if (typeof value === 'string') return line(value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => set(one)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, set(one as unknown)])) as Value;
}
