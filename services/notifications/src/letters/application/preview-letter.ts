import { Injectable } from '@nestjs/common';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import type { LetterPreview, LetterWarning, Network, NetworkPreview } from '@otklik/contracts/generated/graphql';
import { Clock } from '@otklik/kernel';
import { messagesOf } from '@otklik/networks';
import { actingPost, Directory, type District } from '@otklik/tenancy';
import { warningsOf, type Warning } from '../domain/letter-warnings.js';
import { ReadCorrespondence, type Correspondence, type Reader } from './correspondence.js';
import { letterParts, paragraphsOf, writeLetter, type LetterFacts } from './letter.js';
import { NetworkChannels } from '../../networks/application/network-channels.js';
import type { NetworkWay } from '../../networks/store/network-parts.js';
import { networkText } from '../../networks/application/network-text.js';
import { noticeWays } from '../../notice/domain/notice-ways.js';
import { reachable } from '../../notice/application/reach-applicant.js';
import { LetterSettings } from './send-letter.js';

export interface Unsent {
  readonly question: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

/** Who is about to sign in a department, himself or in another's stead; undefined for one who may not. */
export type SignerIn = (
  department: string | undefined,
) => { readonly by: string; readonly onBehalfOf?: string } | undefined;

/** An answer before it leaves: by the same functions that make the letter to be sent. */
@Injectable()
export class PreviewLetter {
  constructor(
    private readonly correspondence: ReadCorrespondence,
    private readonly settings: LetterSettings,
    private readonly channels: NetworkChannels,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Refuses as `ReadCorrespondence.of`. `signerIn`: of a signatory who is about to sign. */
  async preview(
    reader: Reader & { readonly inDistrict: District },
    unsent: Unsent,
    signerIn?: SignerIn,
  ): Promise<LetterPreview> {
    const { inDistrict: district } = reader;
    const known = await this.correspondence.of(reader, unsent.question);
    const facts = {
      ...factsOf(known, unsent),
      ...this.signatureIn(district, signerIn?.(known.question.department)),
      takesReplies: this.settings.replies.of(district, known.question.appeal, null) !== undefined,
    };
    const { subject, text: email } = writeLetter(facts, district, this.settings);
    return {
      subject,
      letter: letterParts(facts, district, this.settings),
      email,
      page: paragraphsOf(unsent.text),
      inNetwork: this.inNetwork(known, facts, district),
      way: noticeWays(reachable(known.applicant, known.source))[0]!,
      warnings: warningsOf({ ...unsent, ...permitted(known, district), appeal: known.appealText ?? '' }).map(
        warningView,
      ),
    };
  }

  /** As it would stand now. */
  private signatureIn(
    district: District,
    signer: ReturnType<SignerIn>,
  ): Pick<LetterFacts, 'signatory' | 'signedAt' | 'isUnsigned'> {
    const at = this.clock.now();
    const signatory = signatoryNow(this.directory, district, signer, at);
    return signatory ? { signatory, signedAt: at } : { signatory, signedAt: undefined, isUnsigned: true };
  }

  /** By the functions that say it there. */
  private inNetwork(
    { applicant, source }: Correspondence,
    facts: LetterFacts,
    district: District,
  ): readonly NetworkPreview[] {
    const account = source && this.channels.open(district.id, source.account);
    if (!source || !account) return [];
    const network = source.network as Network;
    return noticeWays(reachable(applicant, source))
      .filter(isInNetwork)
      .map((way) => {
        const text = networkText(way, facts, district, this.settings);
        const kind = way === 'THREAD' ? 'COMMENT' : 'DIRECT';
        return { way, network, messages: messagesOf(text, kind, account.channel.capabilities) };
      });
  }
}

/** Who is about to sign, with the post that is on the letter then. */
export function signatoryNow(
  directory: Directory,
  district: District,
  signer: ReturnType<SignerIn>,
  at: string,
): LetterFacts['signatory'] {
  const official = signer && directory.officialById(signer.by);
  if (!signer || !official) return undefined;
  const { by, onBehalfOf } = signer;
  const post = onBehalfOf === undefined ? undefined : actingPost(district, by, onBehalfOf, at);
  return { name: official.name, position: post ?? official.position };
}

function isInNetwork(way: NoticeWay): way is NetworkWay {
  return way === 'THREAD' || way === 'DIRECT';
}

export function factsOf(
  { applicant, question, name, executor, again }: Correspondence,
  { text, attachments }: Unsent,
): LetterFacts {
  const { number, registeredOn, regime } = applicant;
  return {
    kind: 'ANSWERED',
    regime: regime ?? 'APPEAL_59FZ',
    number: number ?? '',
    registeredOn: registeredOn ?? undefined,
    // The preview is read without a record of access, so it contains no name.
    name: undefined,
    nameHidden: name !== undefined,
    text,
    attachments,
    executor,
    again,
    department: question.department,
    signatory: undefined,
    signedAt: undefined,
  };
}

/** Names and telephones that may stand in the answer. */
function permitted(
  { name, contact }: Correspondence,
  { officials, public: { phones } }: District,
): { readonly names: readonly string[]; readonly phones: readonly string[] } {
  const own = [name, contact].filter((text) => text !== undefined);
  return {
    names: [...own, ...officials.map((one) => one.name)],
    phones: [...own, ...phones.map(({ phone }) => phone)],
  };
}

function warningView({ kind, excerpt, place }: Warning): LetterWarning {
  return { kind, excerpt, start: place?.start ?? null, end: place?.end ?? null };
}
