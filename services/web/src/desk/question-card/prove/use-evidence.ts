import { useState } from 'react';
import { saveFile } from '../../../frame/csv.js';
import { failureOf } from '../../../frame/failure.js';
import { client, operation } from '../../../frame/graphql-client.js';
import type { CaseEvidenceQuery } from '../../../generated/graphql.js';
import { language, t } from '../../../words/words.js';
import { evidenceDocument } from './evidence.queries.js';

type Permit = NonNullable<CaseEvidenceQuery['caseEvidence']>;

const EVIDENCE_TYPE = 'application/vnd.etsi.asic-e+zip';

/** Makes the evidence file of a case of the parts that each service signed; `said` tells how far it is. */
export function useEvidence(district: string, appeal: string) {
  const [said, setSaid] = useState('');
  const make = async (reason: string): Promise<boolean> => {
    const { data, error } = await client
      .query(operation(evidenceDocument), { district, appeal, reason }, { requestPolicy: 'network-only' })
      .toPromise();
    const permit = data?.caseEvidence;
    if (!permit) {
      setSaid((error && failureOf(error).message) || t('parts.noConnection'));
      return false;
    }
    const parts = await partsOf(permit, (at) => setSaid(t('card.proving', { at, of: permit.parts.length })));
    if (parts) {
      // Needed by this act alone, so that the card does not carry it.
      const { mergeContainers } = await import('@otklik/signatures/merge');
      saveFile(`${permit.number}.asice`, mergeContainers(parts), EVIDENCE_TYPE);
    }
    setSaid(t(parts ? (permit.withContacts ? 'card.proved' : 'card.provedWithout') : 'card.notProved'));
    return parts !== undefined;
  };
  return { said, make };
}

/** Undefined: one of them did not come, and a file without it would prove less than it seems. */
async function partsOf(
  { parts, pass }: Permit,
  onPart: (at: number) => void,
): Promise<readonly Uint8Array[] | undefined> {
  const made: Uint8Array[] = [];
  for (const url of parts) {
    onPart(made.length + 1);
    const answer = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ pass }),
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': language },
    }).catch(() => undefined);
    if (!answer?.ok) return undefined;
    made.push(new Uint8Array(await answer.arrayBuffer()));
  }
  return made;
}
