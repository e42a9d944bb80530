import { evidenceOwners } from '@otklik/contracts/routes';
import { CaseEvidence, evidenceOf, evidenceText, type EvidencePass, type ServiceName } from '@otklik/host';
import { LETTER_KEY, makeContainer, mergeContainers, ownKeyAt } from '@otklik/signatures';
import type { District } from '@otklik/tenancy';
import { readAnchors } from '../anchors/anchor-heads.js';
import type { Composition } from '../composition.js';
import type { FoundCase } from './find-case.js';

/** The evidence file of a case: the part of each service, as officials fetch them, and the anchors that were written outside the database. */
export async function caseContainer(
  composition: Composition,
  district: District,
  found: FoundCase,
  at: string,
): Promise<Uint8Array> {
  const pass: EvidencePass = { ...found, district: district.id, official: '', at, withContacts: true };
  const containers: Uint8Array[] = [];
  for (const owner of evidenceOwners) {
    const { definition, resources } = composition.services.get(owner as ServiceName)!;
    const evidence: CaseEvidence | undefined = definition.evidence && composition.get(definition.evidence);
    containers.push(await evidenceOf({ definition, resources, evidence }, pass, district));
  }
  return mergeContainers([...containers, await anchors(composition, district, at)]);
}

async function anchors(composition: Composition, { id, code }: District, at: string): Promise<Uint8Array> {
  const { inForce } = await readAnchors(composition);
  const own = inForce.filter(({ district }) => district === id);
  const key = ownKeyAt(composition.secrets.forPurpose(LETTER_KEY), code, at);
  const part = evidenceText('chain/anchors.json', `${JSON.stringify(own, undefined, 1)}\n`);
  return makeContainer({ name: 'anchors', parts: [part] }, key, new Date(at));
}
