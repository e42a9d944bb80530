import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { signingFacts } from '@otklik/case/notice';
import { mayAttachSignature } from '@otklik/case/notice-conditions';
import type { SignatureLevel } from '@otklik/contracts/enumerations';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { Clock, compact, covers, refuse } from '@otklik/kernel';
import { checkSignature, type CheckedSignature, type SigningCertificate } from '@otklik/signatures';
import { Database, type District } from '@otklik/tenancy';
import { LetterOpenings, type OpenerIn } from '../../letters/store/letter-openings.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { attachSignature, type AttachSignature as Command } from '../../notice/domain/notice.signature.js';
import type { Known, NoticeEvent, NoticeState } from '../../notice/domain/notice.js';
import { KeptPapers } from '../store/kept-papers.js';
import { LetterSignatures, type Signing } from '../store/letter-signatures.js';
import { isOf } from './certificate-owner.js';
import { ReleaseSigned } from './release-signed.js';
import { TrustedAuthorities } from './trusted-authorities.js';

export interface Attached {
  /** The notice's id. */
  readonly id: string;
  readonly expectedVersion: number;
  /** As the crypto program wrote it: DER, base64 or PEM. */
  readonly signature: Uint8Array;
}

type Signer = Pick<ClientCommandContext, 'inDistrict' | 'mayActIn'>;

/** The sheet of a letter, as its signature must cover it. */
export interface SheetToSign {
  readonly pdf: Buffer;
  readonly sha256: string;
  readonly number: string;
}

/** An electronic signature that an official made by a program of his own comes to its letter. */
@Injectable()
export class AttachSignature {
  constructor(
    private readonly papers: KeptPapers,
    private readonly signatures: LetterSignatures,
    private readonly notices: NoticeHandler,
    private readonly authorities: TrustedAuthorities,
    private readonly releases: ReleaseSigned,
    private readonly openings: LetterOpenings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Recorded before it is given. Undefined while it is not made, and once the person was erased. Refuses FORBIDDEN, and NOT_FOUND for
   * a letter to which no signature may be attached now.
   */
  async open(ctx: Signer, notice: string, openerIn: OpenerIn): Promise<SheetToSign | undefined> {
    const { id } = ctx.inDistrict;
    const { department } = await this.permitted(ctx, notice);
    const state = await this.notices.state(id, notice);
    const paper = await this.papers.of(id, notice);
    if (!paper) return undefined;
    const { published } = state.status === 'NONE' ? refuse('NOT_FOUND') : state;
    if (!mayAttachSignature({ ...published, ...signingFacts(published) })) refuse('NOT_FOUND');
    const opener = openerIn(department ?? undefined);
    const letters = { notices: [notice], appeals: [paper.appeal] };
    await this.openings.record(id, { ...opener, ...letters, at: this.clock.now(), reason: 'TO_SIGN' });
    return this.sheet(id, notice);
  }

  async attach(ctx: ClientCommandContext, given: Attached): Promise<Handled<NoticeState, NoticeEvent>> {
    const { district } = ctx;
    const { id: notice, expectedVersion, signature: bytes } = given;
    const { signatory, department } = await this.permitted(ctx, notice);
    const state = await this.notices.state(district, notice);
    const { person, published } = state.status === 'NONE' ? refuse('NOT_FOUND') : state;
    const sheet = (await this.sheet(district, notice)) ?? refuse('LETTER_NOT_KEPT');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // What is on record was accepted then: a retry completes it, also after the certificate's last day.
    const recorded = published.signatures?.find(({ signature }) => signature === sha256);
    const signed = recorded ?? { ...(await this.found(ctx, sheet, { bytes, signatory })), signature: sha256 };
    const acting = compact({ mayActIn: ctx.mayActIn, department: department ?? undefined });
    const command: Command = { type: 'AttachSignature', ...acting, signed, at: ctx.at };
    // What would be refused is not kept.
    attachSignature(command, state);
    const sealed = await this.signatures.seal({ district, person, notice }, { bytes });
    const scope = this.database.scope(district);
    await scope.transaction(async (tx) => {
      await this.signatures.keep(tx, district, notice, { sha256, sealed });
      await this.releases.expect(tx, district, notice);
    });
    // Not in one transaction: sealing reads a key over a second connection. What ends between is released by `ReleaseSigned`.
    const handled = await this.notices.handle(ctx, notice, command, { expectedVersion });
    const { lacksSignature } = signingFacts((handled.state as Known).published);
    if (!lacksSignature) await scope.transaction((tx) => this.signatures.release(tx, district, notice));
    return handled;
  }

  private async found(
    { at, inDistrict }: ClientCommandContext,
    { pdf, sha256: sheet }: SheetToSign,
    { bytes, signatory }: { readonly bytes: Uint8Array; readonly signatory: string | null },
  ): Promise<Omit<Command['signed'], 'signature'>> {
    const checked = await checkSignature(pdf, bytes, { at: new Date(at), known: this.authorities.certificates });
    const certificate = accepted(checked);
    assertSignatory(certificate, signatory, inDistrict);
    return { sheet, level: levelOf(checked), ...saidOf(checked, certificate) };
  }

  private async sheet(district: number, notice: string): Promise<SheetToSign | undefined> {
    const [paper, pdf] = [await this.papers.of(district, notice), await this.papers.read(district, notice)];
    return paper && pdf && { pdf, sha256: paper.sha256, number: paper.number };
  }

  private async permitted({ inDistrict, mayActIn }: Signer, notice: string): Promise<Signing> {
    const signing = await this.signatures.signing(inDistrict.id, notice);
    if (!signing) refuse('NOT_FOUND');
    if (!covers(mayActIn, signing.department ?? undefined)) refuse('FORBIDDEN');
    return signing;
  }
}

function accepted({ verdict, fault, certificate }: CheckedSignature): SigningCertificate {
  if (fault === 'NO_SIGNATURE') refuse('SIGNATURE_UNREADABLE');
  if (verdict === 'BROKEN') refuse('SIGNATURE_OF_OTHER_BYTES');
  if (verdict === 'EXPIRED') refuse('SIGNATURE_EXPIRED');
  return certificate ?? refuse('SIGNATURE_WITHOUT_CERTIFICATE');
}

/** A letter without a signatory, or with one whom the directory does not know, takes no signature. */
function assertSignatory({ owner }: SigningCertificate, signatory: string | null, { officials = [] }: District): void {
  const official = officials.find(({ id }) => id === signatory);
  if (!official || !isOf(owner, official.name)) refuse('SIGNATURE_OF_ANOTHER');
}

function levelOf({ verdict }: CheckedSignature): SignatureLevel {
  if (verdict === 'INTACT') return 'TRUSTED';
  return verdict === 'UNKNOWN_CHAIN' ? 'VALID' : 'UNVERIFIED';
}

type Said = Omit<Command['signed'], 'sheet' | 'signature' | 'level'>;

function saidOf({ algorithm = '', signedAt }: CheckedSignature, certificate: SigningCertificate): Said {
  const { number, thumbprint, from, until, owner: signer, issuer } = certificate;
  return { algorithm, certificate: { number, thumbprint, from, until }, signer, issuer, ...compact({ signedAt }) };
}
