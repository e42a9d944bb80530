import { escapeMarkup } from '@otklik/kernel';

/** Markup whose interpolated values are escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = string | number | Markup | readonly Piece[] | undefined | false;

/** markup`<p>${value}</p>`: strings are escaped; `Markup` and lists of it are inserted as they are; undefined and false are empty. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.map((part, at) => part + (at < pieces.length ? render(pieces[at]) : '')).join(''));
}

function render(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(render).join('');
  return escapeMarkup(String(piece));
}
