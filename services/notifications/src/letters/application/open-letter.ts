import { Injectable } from '@nestjs/common';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { topicAnswersIn } from '@otklik/contracts/topic-answers';
import { Directory, type Official } from '@otklik/tenancy';
import { bodyLink, Secrets, Vault, type SealContext } from '@otklik/vault';
import type { UnsentLetter } from '../../notice/application/deliveries.js';
import type { LetterFacts } from './letter.js';

type Enclosed = Pick<LetterFacts, 'text' | 'reachedAt' | 'place' | 'point' | 'answers'>;

/** Decrypts what a letter says, for one attempt or one print. */
@Injectable()
export class OpenLetter {
  private readonly linkKey: Buffer;

  constructor(
    private readonly vault: Vault,
    private readonly directory: Directory,
    secrets: Secrets,
  ) {
    this.linkKey = secrets.of('body-link');
  }

  /** Undefined when the text that the letter carries was erased. */
  async factsOf(unsent: UnsentLetter): Promise<LetterFacts | undefined> {
    const { district, kind, cause, number, registeredOn, regime, receipt, answer, answerField, again } = unsent;
    const open = async (sealed: string | null, place: SealContext) =>
      sealed === null ? undefined : this.vault.open(district, sealed, place);
    const text = await open(answer, placeOfText(unsent));
    if (text === undefined && (kind === 'ANSWERED' || answerField !== null)) return undefined;
    if (isOfErased(unsent)) return undefined;
    return {
      ...this.peopleOf(unsent),
      kind,
      regime: regime ?? 'APPEAL_59FZ',
      number: number ?? receipt,
      ...saidIn(unsent, text),
      again,
      attachments: namesOf(unsent.fileCount, await open(unsent.fileNames, { eventId: cause, field: 'fileNames' })),
      registeredOn: registeredOn ?? undefined,
      name: await open(nameIn(unsent), { field: 'name' }),
      ...(kind === 'COVERING' && (await this.enclosed(unsent, text))),
      ...this.linkOf(unsent),
    };
  }

  /** A body needs the question, where it is, and whom to answer, and nothing else of the person. */
  private async enclosed(unsent: UnsentLetter, own: string | undefined): Promise<Enclosed> {
    const { contact, address, text, place, point, topicAnswers, settlement } = unsent;
    const open = async (sealed: string | null, field: string) =>
      sealed === null ? undefined : this.vault.open(unsent.district, sealed, { field });
    const reached = [await open(contact, 'contact'), await open(address, 'address')];
    const where = [this.settlementOf(unsent.district, settlement), await open(place, 'placeText')];
    return {
      text: own ?? (await open(text, 'text')),
      reachedAt: reached.filter((one) => one !== undefined).join(', '),
      place: where.filter((one) => one !== undefined).join(', '),
      point: await open(point, 'point'),
      answers: topicAnswersIn(await open(topicAnswers, 'topicAnswers')),
    };
  }

  private settlementOf(district: number, code: string | null): string | undefined {
    return this.directory.districtById(district)?.settlements.find((one) => one.code === code)?.name;
  }

  private linkOf({ district, question, kind, notice: letter }: UnsentLetter): Pick<LetterFacts, 'link'> {
    return hasPage(kind) && question !== null ? { link: bodyLink(this.linkKey, district, { question, letter }) } : {};
  }

  private peopleOf(
    unsent: UnsentLetter,
  ): Pick<LetterFacts, 'department' | 'executor' | 'signatory' | 'signedAt' | 'outgoing'> {
    const signatory = this.officialOf(unsent.signatory);
    return {
      department: unsent.department ?? undefined,
      executor: this.officialOf(unsent.executor)?.name,
      signatory: signatory && { name: signatory.name, position: unsent.post ?? signatory.position },
      signedAt: unsent.signedAt ?? undefined,
      outgoing: unsent.outgoing ?? undefined,
    };
  }

  private officialOf(id: string | null): Official | undefined {
    return id === null ? undefined : this.directory.officialById(id);
  }
}

/** A body that is asked for something, or knows the appeal, needs nothing of the person. */
function nameIn({ kind, name }: UnsentLetter): string | null {
  return kind === 'REQUEST' || kind === 'INFORMING' ? null : name;
}

/** On which a body reads a question or a request, and answers it. */
function hasPage(kind: UnsentLetter['kind']): boolean {
  return isToBody(kind) && kind !== 'INFORMING';
}

/** What a body that is informed carries is its own name, sealed with the submission; others what led to them sealed. */
function placeOfText({ kind, cause, answerField }: UnsentLetter): SealContext {
  const field = answerField ?? 'text';
  return kind === 'INFORMING' ? { field } : { eventId: cause, field };
}

function saidIn({ kind, details }: UnsentLetter, text: string | undefined): Pick<LetterFacts, 'details' | 'text'> {
  if (kind !== 'INFORMING' || text === undefined) return { details, text };
  return { details: { ...details, body: text }, text: undefined };
}

/** One for each file; a file without a name is called by its place. */
function namesOf(count: number, names: string | undefined): readonly string[] {
  const given = names === undefined ? [] : (JSON.parse(names) as readonly string[]);
  return Array.from({ length: count }, (_, at) => given[at] || `№ ${at + 1}`);
}

/** For an erased person nothing is sent to a body, whatever other copies of the question exist. */
function isOfErased({ kind, text }: UnsentLetter): boolean {
  return isToBody(kind) && text === null;
}
