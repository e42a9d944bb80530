import { Injectable } from '@nestjs/common';
import { dateText, letterText } from '@otklik/contracts/texts';
import type { OutgoingRequest } from '@otklik/networks';
import { Directory, type District, type Open311Body } from '@otklik/tenancy';
import { writeLetter, type LetterFacts } from '../../letters/application/letter.js';
import { OpenLetter } from '../../letters/application/open-letter.js';
import { LetterSettings } from '../../letters/application/send-letter.js';
import type { PendingRequest } from '../store/body-requests.js';

/** Of the standard. */
const MAX_DESCRIPTION_LENGTH = 4_000;

export type Written = { readonly request: OutgoingRequest } | { readonly refused: 'ERASED' | 'NO_LINK' | 'TOO_LONG' };

/**
 * A covering letter as a request. A server may publish descriptions, and who has the link of the body's page reads the
 * applicant's data there: so the link goes in an attribute and the description names no person, unless the district's
 * file says that the server is closed. A closed server gets the text of the e-mail.
 */
@Injectable()
export class WriteRequest {
  constructor(
    private readonly letters: OpenLetter,
    private readonly directory: Directory,
    private readonly settings: LetterSettings,
  ) {}

  async of(pending: PendingRequest, service: string, body: Open311Body): Promise<Written> {
    const district = this.directory.districtById(pending.district);
    if (!district) throw new TypeError(`The directory has no district ${pending.district}`);
    const facts = await this.letters.factsOf(pending);
    if (!facts) return { refused: 'ERASED' };
    const page = this.pageOf(district, facts);
    if (!body.closed && page === undefined) return { refused: 'NO_LINK' };
    const { notice } = pending;
    const reference = this.text('COVERING.reference', { letter: notice });
    const text = `${this.wordsOf(pending, facts, district, body)}\n\n${reference}`;
    if (text.length > MAX_DESCRIPTION_LENGTH) return { refused: 'TOO_LONG' };
    const place = {
      address: placeOf(pending, district),
      attributes: attributesOf(body, notice, page),
      ...pointFor(body, facts),
    };
    return { request: { key: notice, reference: notice, service, text, ...place } };
  }

  private wordsOf(pending: PendingRequest, facts: LetterFacts, district: District, { closed }: Open311Body): string {
    const { language } = this.settings;
    if (closed) return writeLetter(facts, district, this.settings).text.trim();
    const { number, registeredOn, regime } = facts;
    return this.text('COVERING.request', {
      district: district.name,
      number,
      ofMatter: this.text(
        regime === 'APPEAL_59FZ' || regime === 'ORAL_RECEPTION' ? 'ofMatter.APPEAL' : 'ofMatter.MESSAGE',
        {},
      ),
      date: registeredOn === undefined ? '' : dateText(registeredOn, language),
      topic: district.topics.find(({ code }) => code === pending.topic)?.name ?? '—',
    });
  }

  private pageOf({ code }: District, { link }: LetterFacts): string | undefined {
    const { publicUrl } = this.settings;
    return publicUrl === undefined || link === undefined
      ? undefined
      : `${publicUrl.replace(/\/+$/, '')}/${code}/body/${link}`;
  }

  private text(key: string, values: Record<string, string>): string {
    return letterText(key, this.settings.language, values);
  }
}

/** Digits after the point of what a server may publish, as our own public lists tell: about 1 km. */
const PUBLIC_DIGITS = 2;

/** Where the sender marked it: exactly to a closed server; to one that may publish it, no nearer than a public list tells. */
function pointFor({ closed }: Open311Body, { point }: LetterFacts): Pick<OutgoingRequest, 'point'> {
  const [latitude, longitude] = (point ?? '').split(',').map(Number);
  if (point === undefined || longitude === undefined) return {};
  const told = (degrees: number): number => (closed ? degrees : Number(degrees.toFixed(PUBLIC_DIGITS)));
  return { point: { latitude: told(latitude!), longitude: told(longitude) } };
}

/** Where in the district, and no nearer: the place may be where the applicant lives. */
function placeOf({ settlement }: PendingRequest, { settlements, name }: District): string {
  return settlements.find(({ code }) => code === settlement)?.name ?? name;
}

function attributesOf(
  { idAttribute, linkAttribute }: Open311Body,
  letter: string,
  page: string | undefined,
): Readonly<Record<string, string>> {
  return {
    ...(idAttribute !== undefined && { [idAttribute]: letter }),
    ...(!(linkAttribute === undefined || page === undefined) && { [linkAttribute]: page }),
  };
}
