import { bytesOf } from '../../parts/base64.js';
import { useState } from 'react';
import { useClient } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { saveFile } from '../../frame/csv.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import type { LetterToPrint } from '../../generated/graphql.js';
import { printedLetters } from './post.queries.js';

/** Saves the sheet of a letter as a PDF file: the kept one of a numbered letter. */
export function useSheet(name: string, letter: LetterToPrint) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [problem, setProblem] = useState<Failure>();
  const save = async (): Promise<void> => {
    setProblem(undefined);
    const variables = { district, letters: [letter], pass: null };
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(operation(printedLetters), variables, options).toPromise();
    if (error) return setProblem(failureOf(error));
    if (data) saveFile(name, bytesOf(data.printedLetters));
  };
  return { save: () => void save(), problem };
}
