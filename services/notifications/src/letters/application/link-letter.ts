import type { Regime } from '@otklik/contracts/enumerations';
import { isMessage } from '@otklik/case/regime';
import { letterText } from '@otklik/contracts/texts';
import type { Letter } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { greeting, oneLine, type LetterStyle } from './letter.js';
import { addressOf } from './letter-files.js';

/** Of a link in place of a lost code. */
export interface LinkFacts {
  readonly regime: Regime;
  readonly name: string | undefined;
  /** Its secret part. */
  readonly link: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** Undefined where the installation's public address is not known: there is nothing that could be followed. */
export function writeLinkLetter(
  { regime, name, link, expiresAt }: LinkFacts,
  district: District,
  { language, publicUrl }: LetterStyle,
): Pick<Letter, 'subject' | 'text'> | undefined {
  if (publicUrl === undefined) return undefined;
  const { code, zone } = district;
  const until = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const values = {
    greeting: greeting({ name }, language),
    matter: letterText(isMessage(regime) ? 'matter.MESSAGE' : 'matter.APPEAL', language, {}),
    link: addressOf(publicUrl, code, `lost/${link}`),
    until: until.format(new Date(expiresAt)),
    district: district.name,
  };
  return {
    subject: oneLine(letterText('LINK.subject', language, values)),
    text: letterText('LINK.body', language, values),
  };
}
