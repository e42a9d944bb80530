import { Injectable } from '@nestjs/common';
import { Database, Directory, type District, type Transaction } from '@otklik/tenancy';
import type { Chosen } from '@otklik/text-analysis';
import { metCodes, placeAmong, type MetCodes } from '../domain/proposed-codes.js';
import { DecidedCodes, type KeptCode } from '../store/decided-codes.js';
import { FollowedProposals, type FollowedProposal } from '../store/followed-proposals.js';
import { LearnedCodes } from '../store/learned-codes.js';
import { DecidedTexts, judgedOf, learnedFrom, MAX_LEARNED } from './decided-texts.js';
import { codesFor, codesOfTopic, learnedCodesFor } from './propose-codes.js';
import { TextLanguage } from './text-language.js';

type Read = KeptCode & { readonly text: string };

/**
 * Learns which codes of the common classifier a district's officials give for which texts: those that they chose, and those that came
 * with the topics that they chose. It is judged by those that they chose.
 */
@Injectable()
export class LearnCodes {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly decided: DecidedCodes,
    private readonly texts: DecidedTexts,
    private readonly learnedCodes: LearnedCodes,
    private readonly followedProposals: FollowedProposals,
    private readonly language: TextLanguage,
  ) {}

  /** `finish` in the transaction in which it is kept. */
  async learn(id: number, finish: (tx: Transaction) => Promise<unknown>): Promise<void> {
    const scope = this.database.scope(id);
    const district = this.directory.districtById(id);
    const decisions = await scope.transaction((tx) => this.decided.newest(tx, id, MAX_LEARNED));
    const newestLast = await this.texts.of(id, decisions.toReversed());
    const followed = district ? await this.followed(district, newestLast) : [];
    const met = district && (await this.judged(district, newestLast));
    const model = await learnedFrom(newestLast.map(choiceOf), this.language.analyse);
    const of = decisions.filter(({ isMeasured }) => !isMeasured);
    await scope.transaction(async (tx) => {
      await finish(tx);
      await this.followedProposals.record(tx, id, { table: 'decided_code', of, followed });
      if (model && met) await this.learnedCodes.keep(tx, id, { met, model });
      else await this.learnedCodes.remove(tx, id);
    });
  }

  /** Of what was chosen since the last learning: what was proposed by that, and whether it was chosen. */
  private async followed(district: District, newestLast: readonly Read[]): Promise<readonly FollowedProposal[]> {
    const fresh = newestLast.filter(({ isMeasured, isChosen }) => isChosen && !isMeasured);
    if (fresh.length === 0) return [];
    const table = await this.database.scope(district.id).transaction((tx) => this.learnedCodes.of(tx, district.id));
    return fresh.flatMap(({ question, at, topic, code, text }): readonly FollowedProposal[] => {
      const proposed = codesFor(district, { topic, text }, table, this.language.analyse).map((one) => one.code);
      return proposed.length === 0 ? [] : [{ kind: 'CODE', question, at, place: placeAmong(code, proposed) }];
    });
  }

  /** By what was learned from all that was given before them. */
  private async judged(district: District, newestLast: readonly Read[]): Promise<MetCodes> {
    const chosen = newestLast.filter(({ isChosen }) => isChosen);
    const last = chosen.slice(chosen.length - judgedOf(chosen.length));
    const before = newestLast.slice(0, last[0] ? newestLast.indexOf(last[0]) : newestLast.length);
    const model = await learnedFrom(before.map(choiceOf), this.language.analyse);
    const { analyse } = this.language;
    return metCodes(
      last.map(({ code, topic, text }) => ({
        chosen: code,
        ofTopic: codesOfTopic(district, topic),
        learned: model ? learnedCodesFor(district, model, text, analyse) : [],
      })),
    );
  }
}

function choiceOf({ code: choice, text, at }: Read): Chosen {
  return { choice, text, at: Date.parse(at) };
}
