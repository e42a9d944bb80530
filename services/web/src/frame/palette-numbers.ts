import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import type { PaletteLine } from '../parts/palette-lines.js';
import { useSettled } from '../parts/use-settled.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { operation } from './graphql-client.js';
import { numberedAppealsDocument, numberedLetterDocument } from './numbered.queries.js';
import { useMayUse } from './viewer.js';

const SETTLED_MS = 250;
const MAX_LENGTH = 40;

interface Numbered {
  readonly id: string;
  readonly number: string | null;
  readonly receipt: string;
}

/**
 * The cards of a number, typed or scanned: of an appeal («О-35», its receipt), of a letter (its outgoing number, its number at the post).
 */
export function useNumberLines(typed: string): readonly PaletteLine[] {
  const { code: district } = useDistrict();
  const [, navigate] = useLocation();
  const mayUse = useMayUse();
  const number = useSettled(typed, SETTLED_MS);
  const isNumber = number === typed && number.length <= MAX_LENGTH && /\d/u.test(number);
  const variables = { district, number };
  const [appeals] = useQuery({
    query: operation(numberedAppealsDocument),
    variables,
    requestPolicy: 'network-only',
    pause: !isNumber,
  });
  const [letters] = useQuery({
    query: operation(numberedLetterDocument),
    variables,
    requestPolicy: 'network-only',
    pause: !isNumber || !mayUse('outgoingRegister'),
  });
  if (!isNumber) return [];
  const open = ({ id }: Numbered) => navigate(`/desk/${district}/card/${id}`);
  const ofAppeals = loaded(appeals)?.appeals.nodes ?? [];
  const ofLetters = loaded(letters)?.outgoingRegister.nodes ?? [];
  return [
    ...ofAppeals.map((one) => ({ title: t('frame.paletteCard', { number: nameOf(one) }), run: () => open(one) })),
    ...ofLetters.map(({ appeal }) => ({
      title: t('frame.paletteLetter', { letter: number, number: nameOf(appeal) }),
      run: () => open(appeal),
    })),
  ];
}

/** Not what was found of the number before. */
function loaded<Data>({ fetching, data }: { readonly fetching: boolean; readonly data?: Data | undefined }) {
  return fetching ? undefined : data;
}

function nameOf({ number, receipt }: Numbered): string {
  return number ?? receipt;
}
