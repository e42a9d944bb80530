import { Injectable } from '@nestjs/common';
import { noCase } from '@otklik/case/case';
import { evidenceOwners } from '@otklik/contracts/routes';
import { renderPdf } from '@otklik/documents';
import { CaseEvidence, closedFields, evidenceText, type EvidencePass } from '@otklik/host';
import { LETTER_KEY, ownKeyAt, SETS, type Part } from '@otklik/signatures';
import { Directory, type District } from '@otklik/tenancy';
import { readableEvents, Secrets, Vault } from '@otklik/vault';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import { caseReport, type OpenedEvent } from '../../application/case-report.js';
import { caseTerms } from '../../application/case-terms.js';
import { evidenceReadme } from '../../application/evidence-readme.js';

/** The register's part of a case's evidence file: what a person reads, and which other parts there must be. */
@Injectable()
export class CaseReading implements CaseEvidence {
  constructor(
    private readonly reader: RegisterReader,
    private readonly vault: Vault,
    private readonly secrets: Secrets,
    private readonly directory: Directory,
  ) {}

  async partsOf(pass: EvidencePass, district: District): Promise<readonly Part[]> {
    const { appeal, number, at, withContacts = false } = pass;
    const found = await this.reader.rowWithHistory(district.id, appeal);
    const lines = await readableEvents(this.vault, district.id, found?.history ?? [], closedFields(pass));
    const events = lines.map((line) => JSON.parse(line) as OpenedEvent);
    const reported = {
      terms: caseTerms(found?.row.fold ?? noCase, at),
      nameOf: (official: string) => this.directory.officialById(official)?.name,
    };
    const of = { district: district.id, code: district.code };
    const key = ownKeyAt(this.secrets.of(LETTER_KEY), district.code, at);
    return [
      evidenceText('README.txt', evidenceReadme({ number, district: district.name, at, withContacts })),
      evidenceText(SETS, JSON.stringify(evidenceOwners)),
      evidenceText('case.json', JSON.stringify({ ...of, appeal, number, at, withContacts })),
      pdf('case.pdf', await renderPdf(caseReport(district, number, events, at, reported))),
      { name: 'certificate.der', mediaType: 'application/pkix-cert', bytes: key.certificate },
    ];
  }
}

function pdf(name: string, bytes: Uint8Array): Part {
  return { name, mediaType: 'application/pdf', bytes };
}
