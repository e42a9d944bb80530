import { Injectable } from '@nestjs/common';
import { Database, Directory, type Transaction } from '@otklik/tenancy';
import { proposedChoices, type Chosen } from '@otklik/text-analysis';
import { maySpeak, metDecisions, type MetDecisions } from '../domain/learned-routes.js';
import { placeAmong } from '../domain/proposed-codes.js';
import { DecidedRoutes, type KeptRoute } from '../store/decided-routes.js';
import { FollowedProposals, type FollowedProposal } from '../store/followed-proposals.js';
import { LearnedTables } from '../store/learned-tables.js';
import { DecidedTexts, judgedOf, learnedFrom, MAX_LEARNED } from './decided-texts.js';
import { routesFor } from './propose-learned.js';
import { TextLanguage } from './text-language.js';

type Read = KeptRoute & { readonly text: string };

/** Learns a district's topics from what its officials chose. A text that was deleted is not learned from any more. */
@Injectable()
export class LearnRoutes {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly decided: DecidedRoutes,
    private readonly texts: DecidedTexts,
    private readonly learnedTables: LearnedTables,
    private readonly followedProposals: FollowedProposals,
    private readonly language: TextLanguage,
  ) {}

  /** `finish` in the transaction in which it is kept. */
  async learn(district: number, finish: (tx: Transaction) => Promise<unknown>): Promise<void> {
    const scope = this.database.scope(district);
    const decisions = await scope.transaction((tx) => this.decided.newest(tx, district, MAX_LEARNED));
    const newestLast = await this.texts.of(district, decisions.toReversed());
    const chosen = newestLast.map(choiceOf);
    // Before this learning replaces by what was proposed.
    const followed = await this.followed(district, newestLast);
    const met = await this.judged(chosen);
    const model = await learnedFrom(chosen, this.language.analyse);
    const departments = Object.fromEntries(newestLast.map(({ topic, department }) => [topic, department]));
    const of = decisions.filter(({ isMeasured }) => !isMeasured);
    await scope.transaction(async (tx) => {
      await finish(tx);
      await this.followedProposals.record(tx, district, { table: 'decided_route', of, followed });
      if (model) await this.learnedTables.keep(tx, district, { met, departments, model });
      else await this.learnedTables.remove(tx, district);
    });
  }

  /** Of what was decided since the last learning: what was proposed by that, and whether it was chosen. */
  private async followed(district: number, newestLast: readonly Read[]): Promise<readonly FollowedProposal[]> {
    const fresh = newestLast.filter(({ isMeasured, isOffered }) => isOffered && !isMeasured);
    const known = this.directory.districtById(district);
    if (!known || fresh.length === 0) return [];
    const table = await this.database.scope(district).transaction((tx) => this.learnedTables.of(tx, district));
    if (!table || !maySpeak(table.met)) return [];
    return fresh.flatMap(({ question, at, topic, department, text }): readonly FollowedProposal[] => {
      const routes = routesFor(known, table, text, this.language.analyse);
      if (routes.length === 0) return [];
      const topics = routes.map((route) => route.topic);
      const departments = routes.flatMap((route) => route.department ?? []);
      return [
        { kind: 'TOPIC', question, at, place: placeAmong(topic, topics) },
        { kind: 'DEPARTMENT', question, at, place: placeAmong(department, departments) },
      ];
    });
  }

  /** By what was learned from all decisions before them. */
  private async judged(chosen: readonly Chosen[]): Promise<MetDecisions> {
    const count = judgedOf(chosen.length);
    const [before, last] = [chosen.slice(0, chosen.length - count), chosen.slice(chosen.length - count)];
    const model = await learnedFrom(before, this.language.analyse);
    const proposed = (text: string): readonly string[] =>
      model ? proposedChoices(model, text, this.language.analyse).map(({ choice }) => choice) : [];
    const decisions = last.map((one) => ({ chosen: one.choice, proposed: proposed(one.text) }));
    return metDecisions(decisions, commonestOf(before));
  }
}

function choiceOf({ topic: choice, text, at }: Read): Chosen {
  return { choice, text, at: Date.parse(at) };
}

function commonestOf(chosen: readonly Chosen[]): string | undefined {
  const counted = [...Map.groupBy(chosen, ({ choice }) => choice)];
  return counted.sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
}
