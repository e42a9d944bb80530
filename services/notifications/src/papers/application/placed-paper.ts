import type { LetterPaper, Table } from '@otklik/documents';
import { dottedDate, localDate, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { Outcome } from '@otklik/networks';

/** A comment or message as it was sent; its text is null where the person was erased. */
export interface PlacedPart {
  readonly notice: string;
  readonly way: string;
  readonly part: number;
  readonly parts: number;
  readonly state: string;
  readonly claimedAt: string;
  readonly text: string | null;
  /** Of the text, hexadecimal. */
  readonly sha256: string | null;
  readonly outcome: Outcome | null;
}

/** Comments and messages as they were sent, for reading. It says of itself that it is no picture of the network's page. */
export function placedPaper(
  { name, zone }: Pick<District, 'name' | 'zone'>,
  number: string,
  parts: readonly PlacedPart[],
  at: string,
): LetterPaper {
  return {
    layout: 'LETTER',
    letterhead: { name: [name], lines: [] },
    number,
    date: localDate(at, zone),
    addressee: { kind: 'BODY', lines: [] },
    heading: 'Что отправлено в сети: рисунок по нашим записям, не снимок экрана',
    paragraphs: parts.flatMap((part, index) => [facts(part, index + 1, zone), { text: part.text ?? ERASED }]),
    enclosures: [],
    signature: { kind: 'SYSTEM', post: 'Система «Отклик»', name },
    madeAt: at,
  };
}

const ERASED = '[стёрто по требованию или по сроку хранения]';
const WAYS: Readonly<Record<string, string>> = { THREAD: 'комментарий', DIRECT: 'личное сообщение' };

const NOT_NAMED = 'сеть не назвала';

function facts(placed: PlacedPart, at: number, zone: string): Table {
  const { way, part, parts, claimedAt, sha256 } = placed;
  const [on = '', clock = ''] = localMoment(claimedAt, zone).split('T');
  const { id, address } = placeOf(placed);
  return {
    title: String(at),
    head: ['Сведения', 'Значение'],
    rows: [
      ['Что', `${WAYS[way] ?? way}, часть ${part} из ${parts}`],
      ['Отправлено', `${dottedDate(on)} ${clock}`],
      ['Номер в сети', id],
      ['Адрес', address],
      ['SHA-256 текста', sha256 ?? 'стёрто'],
    ],
  };
}

function placeOf({ outcome, state }: PlacedPart): { readonly id: string; readonly address: string } {
  if (outcome?.kind === 'sent') return { id: outcome.id, address: outcome.url ?? NOT_NAMED };
  return { id: state === 'SENT' ? 'не назван: человек видел его на месте' : NOT_NAMED, address: NOT_NAMED };
}
