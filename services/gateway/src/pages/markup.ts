/** Markup that is safe to send: everything that came from outside was escaped on its way in. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = string | number | Markup | readonly Piece[] | undefined | false;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** markup`<p>${anything}</p>`: strings are escaped, `Markup` and lists of it are put in as they are, nothing is nothing. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.map((part, at) => part + (at < pieces.length ? written(pieces[at]) : '')).join(''));
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(written).join('');
  return String(piece).replace(/[&<>"']/g, (found) => entities[found]!);
}
