import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { Mark } from './marked-text.js';
import { marksDocument } from './publication.queries.js';

/** Between the last key and the question. */
const TYPED_MS = 500;
const NONE: readonly Mark[] = [];

export interface Texts {
  readonly title: string;
  readonly matter: string;
  readonly text: string;
  /** Ids. */
  readonly officials: readonly string[];
}

/** Places of these texts that the server refuses; undefined until it answered. */
export function useMarks(texts: Texts): readonly Mark[] | undefined {
  const { code: district } = useDistrict();
  const variables = { district, ...texts, officials: [...texts.officials] };
  const [{ data }] = useQuery({ query: operation(marksDocument), variables });
  return data?.publicationMarks;
}

/** As `useMarks`, of texts that are being typed: none while the answer is about other texts. */
export function useTypedMarks(texts: Texts): readonly Mark[] {
  const asked = JSON.stringify(texts);
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), TYPED_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const marks = useMarks(JSON.parse(settled) as Texts);
  return settled === asked ? (marks ?? NONE) : NONE;
}
