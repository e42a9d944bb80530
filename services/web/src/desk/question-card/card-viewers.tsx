/** Who else has the card open. */
export function CardViewers(_: { readonly appeal: string }) {
  return null;
}
