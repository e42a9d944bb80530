import type { ReactNode } from 'react';
import type { PublicationField } from '../../../generated/enumerations.js';
import type { PublicationMarksQuery } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';

export type Mark = PublicationMarksQuery['publicationMarks'][number];

/** Those of one text, in their order. */
export function marksOf(marks: readonly Mark[], field: PublicationField): readonly Mark[] {
  return marks.filter((mark) => mark.field === field);
}

/** The text with what is said instead of each place. */
export function withoutPlaces(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight(
    (left, { kind, start, end }) => `${left.slice(0, start)}${t(`publication.removed${kind}`)}${left.slice(end)}`,
    text,
  );
}

/** A text with what is looked for in it. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { kind, start, end } of marks) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} title={t(`card.noticeFound${kind}`)}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <p className="read is-kept">
      {parts}
      {text.slice(from)}
    </p>
  );
}

/** What is still refused of a text, in words, so that it is found without looking for colours. */
export function LeftPlaces({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const places = marks.map(({ kind, start, end }) => `${t(`card.noticeFound${kind}`)} «${text.slice(start, end)}»`);
  return (
    <p className="small attn" role="status">
      {places.length > 0 && t('publication.left', { places: places.join(', ') })}
    </p>
  );
}
