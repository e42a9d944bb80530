/** A text as people wrote it: each line a paragraph. */
export function Paragraphs({ text }: { readonly text: string }) {
  return text.split(/\n+/u).map((paragraph, index) => <p key={index}>{paragraph}</p>);
}
