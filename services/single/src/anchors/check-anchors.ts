import { anchorsInForce, contradicted, isGenuine, type Anchor } from '@otklik/event-store';
import { simpleParser } from 'mailparser';
import type { Composition } from '../composition.js';
import { anchorIn } from './anchor-folder.js';
import { chaining, keyOfChains, readAnchors } from './anchor-heads.js';

/** What became of the anchors of a text. */
export interface CheckedAnchors {
  readonly holding: readonly Anchor[];
  /** Of blocks that are gone or others. */
  readonly contradicted: readonly Anchor[];
  /** Of blocks that a restore has taken back, and said so. */
  readonly superseded: number;
  /** Not signed by this installation, or changed since. */
  readonly forged: readonly Anchor[];
  /** In braces, and no anchor. */
  readonly broken: number;
}

/** An anchor has no braces inside. A mail program may have broken its line, and quoted it. */
const IN_BRACES = /\{[^{}]*\}/g;
const LINE_BREAK = /\s*\r?\n[\s>]*/g;
const MAIL_HEADER = /^[A-Za-z][\w-]*:\s/;

/** Compares the anchors of a kept letter, as text or as the whole message, or of any copy of the folder, with the chains. */
export async function checkAnchors(
  composition: Pick<Composition, 'config' | 'dataDir' | 'secrets' | 'services'>,
  file: Buffer,
): Promise<CheckedAnchors> {
  const found = ((await textOf(file)).match(IN_BRACES) ?? []).map((one) => anchorIn(one.replaceAll(LINE_BREAK, '')));
  const anchors = found.filter((one) => one !== undefined);
  const key = keyOfChains(composition);
  const forged = anchors.filter((anchor) => !isGenuine(key, anchor));
  const genuine = anchors.filter((anchor) => !forged.includes(anchor));
  const restored = (await readAnchors(composition)).inForce.filter((anchor) => anchor.restored === true);
  const inForce = anchorsInForce([...restored, ...genuine]).inForce.filter((anchor) => genuine.includes(anchor));
  const against: Anchor[] = [];
  for (const { definition, resources } of chaining(composition)) {
    const own = inForce.filter(({ service }) => service === definition.name);
    against.push(...(await contradicted(resources.worker, definition.name, own)));
  }
  return {
    holding: inForce.filter((anchor) => !against.includes(anchor)),
    contradicted: against,
    superseded: genuine.length - inForce.length,
    forged,
    broken: found.length - anchors.length,
  };
}

/** Of a message that was saved whole: its text, decoded. */
async function textOf(file: Buffer): Promise<string> {
  const text = file.toString('utf8');
  if (!MAIL_HEADER.test(text)) return text;
  const { text: decoded } = await simpleParser(file, { skipTextToHtml: true });
  return decoded ?? text;
}
