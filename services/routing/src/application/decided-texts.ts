import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { learning, maskPersonalData, type Analyse, type Chosen, type LearnedChoice } from '@otklik/text-analysis';
import { Vault } from '@otklik/vault';
import { ReceivedAppeals } from '../store/received-appeals.js';
import { TextLanguage } from './text-language.js';

const DAY_MS = 86_400_000;
const AT_ONCE = 20;
/** A decision so much older than the newest counts half. */
const HALF_LIFE_MS = 365 * DAY_MS;
/** Of the decisions the newest fifth is judged, at most so many. */
const JUDGED_PART = 0.2;
const MAX_JUDGED = 200;
/** The newest so many are learned from. */
export const MAX_LEARNED = 3_000;

/** The texts about which officials decided: opened in memory, masked, kept nowhere. */
@Injectable()
export class DecidedTexts {
  constructor(
    private readonly database: Database,
    private readonly received: ReceivedAppeals,
    private readonly vault: Vault,
    private readonly language: TextLanguage,
  ) {}

  /** Each decision with the text of its appeal; without those whose text was deleted. */
  async of<Decision extends { readonly appeal: string }>(
    district: number,
    decisions: readonly Decision[],
  ): Promise<readonly (Decision & { readonly text: string })[]> {
    const appeals = [...new Set(decisions.map(({ appeal }) => appeal))];
    const kept = await this.database.scope(district).transaction((tx) => this.received.ofAll(tx, district, appeals));
    const read: (Decision & { readonly text: string })[] = [];
    for (let from = 0; from < decisions.length; from += AT_ONCE) {
      const some = decisions.slice(from, from + AT_ONCE).flatMap((one) => {
        const text = kept.get(one.appeal)?.text;
        return text ? [{ one, text }] : [];
      });
      const sealed = some.map(({ text }) => text);
      const texts = await this.vault.openAll(
        district,
        sealed,
        sealed.map(() => ({ field: 'text' })),
      );
      for (const [at, { one }] of some.entries()) {
        const text = texts[at];
        if (text !== undefined) read.push({ ...one, text: maskPersonalData(text, this.language.lexicon) });
      }
      await othersTurn();
    }
    return read;
  }
}

/** In steps, between which others have their turn. Undefined: too few choices to learn from. */
export async function learnedFrom(chosen: readonly Chosen[], analyse: Analyse): Promise<LearnedChoice | undefined> {
  const steps = learning(chosen, analyse, { halfLife: HALF_LIFE_MS });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await othersTurn();
  }
}

/** So many of the newest are judged. */
export function judgedOf(decisions: number): number {
  return Math.min(MAX_JUDGED, Math.floor(decisions * JUDGED_PART));
}
