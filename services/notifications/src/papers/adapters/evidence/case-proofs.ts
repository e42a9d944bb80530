import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { renderPdf } from '@otklik/documents';
import { CaseEvidence, closedFields, evidenceText, type EvidencePass } from '@otklik/host';
import type { Part } from '@otklik/signatures';
import type { District } from '@otklik/tenancy';
import { readableEvents, Vault } from '@otklik/vault';
import { KeptPapers } from '../../store/kept-papers.js';
import { LetterSignatures } from '../../store/letter-signatures.js';
import { ProofsOfCase } from '../../store/proofs-of-case.js';
import { provedLine, type PostalEvent, type ProvingEvent } from '../../application/notice-proof.js';
import { placedPaper, type PlacedPart } from '../../application/placed-paper.js';

const SIGNATURE_TYPE = 'application/pkcs7-signature';
const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** What this service has of a case beside its events: letters as they were kept, and what proves that each notice left. */
@Injectable()
export class CaseProofs implements CaseEvidence {
  constructor(
    private readonly vault: Vault,
    private readonly onRecord: ProofsOfCase,
    private readonly papers: KeptPapers,
    private readonly signatures: LetterSignatures,
  ) {}

  async partsOf(pass: EvidencePass, district: District): Promise<readonly Part[]> {
    const [proofs, placed, letters] = [
      await this.proofs(pass, district),
      await this.placed(pass, district),
      await this.letters(pass, district),
    ];
    return [
      evidenceText('proof/notices.ndjson', lines(proofs.map(provedLine))),
      evidenceText('proof/placed.ndjson', lines(placed)),
      ...(placed.length > 0
        ? [pdf('proof/placed.pdf', await renderPdf(placedPaper(district, pass.number, placed, pass.at)))]
        : []),
      ...letters,
    ];
  }

  private async proofs(pass: EvidencePass, { id }: District): Promise<readonly (ProvingEvent | PostalEvent)[]> {
    return this.opened(id, await this.onRecord.events(id, pass.streams), closedFields(pass));
  }

  private async placed({ streams }: EvidencePass, { id }: District): Promise<readonly PlacedPart[]> {
    const parts = await this.opened<Omit<PlacedPart, 'sha256'>>(id, await this.onRecord.parts(id, streams));
    return parts.map((part) => ({
      ...part,
      sha256: part.text === null ? null : createHash('sha256').update(part.text).digest('hex'),
    }));
  }

  /** Of an erased person, and for who may not open name and address, which stand on it, only that there was a letter. */
  private async letters({ appeal, withContacts = false }: EvidencePass, { id }: District): Promise<readonly Part[]> {
    const kept = await this.papers.ofAppeal(id, appeal);
    const parts: Part[] = [];
    const listed: object[] = [];
    for (const { district: _, appeal: __, ...letter } of kept) {
      const bytes = withContacts ? await this.papers.read(id, letter.notice) : undefined;
      const name = `letters/${letter.notice}.pdf`;
      const signatures = bytes ? await this.signaturesOf(id, letter.notice, name) : [];
      const leftOut = withContacts ? {} : { leftOut: true };
      listed.push({ ...letter, file: bytes ? name : null, ...leftOut, signatures: signatures.map((one) => one.name) });
      if (bytes) parts.push(pdf(name, bytes), ...signatures);
    }
    return [evidenceText('letters.json', `${JSON.stringify(listed, undefined, 1)}\n`), ...parts];
  }

  private async signaturesOf(district: number, notice: string, letter: string): Promise<readonly Part[]> {
    const kept = await this.signatures.of(district, notice);
    return kept.map(({ bytes }, at) => ({ name: `${letter}.${at + 1}.sig`, mediaType: SIGNATURE_TYPE, bytes }));
  }

  private async opened<Row>(
    district: number,
    rows: readonly object[],
    closed?: ReadonlySet<string>,
  ): Promise<readonly Row[]> {
    const clear = await readableEvents(this.vault, district, rows, closed);
    return clear.map((line) => JSON.parse(line) as Row);
  }
}

function pdf(name: string, bytes: Uint8Array): Part {
  return { name, mediaType: 'application/pdf', bytes };
}
