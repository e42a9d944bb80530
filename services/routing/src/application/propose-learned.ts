import { Injectable } from '@nestjs/common';
import { Database, type District } from '@otklik/tenancy';
import { maskPersonalData, proposedChoices, type Analyse } from '@otklik/text-analysis';
import { maySpeak, type MetDecisions } from '../domain/learned-routes.js';
import { LearnedTables, type LearnedTable } from '../store/learned-tables.js';
import { isOf } from './district-routes.js';
import { NewestTables } from './newest-tables.js';
import { QuestionHandler } from './question-handler.js';
import { QuestionText } from './question-text.js';
import { TextLanguage } from './text-language.js';

export interface LearnedRoute {
  readonly topic: string;
  /** To which questions of this topic went last; undefined where the district has it no longer. */
  readonly department: string | undefined;
  /** Words of the question that spoke for it. */
  readonly words: readonly string[];
}

export interface LearnedRoutes {
  /** Likeliest first; empty where it may not speak, or nothing of the text is known. */
  readonly routes: readonly LearnedRoute[];
  readonly met: MetDecisions;
}

/** What officials of the district chose for texts like that of a question which its rules leave to them. */
@Injectable()
export class ProposeLearned {
  private readonly tables: NewestTables<LearnedTable>;

  constructor(
    database: Database,
    learnedTables: LearnedTables,
    private readonly questions: QuestionHandler,
    private readonly texts: QuestionText,
    private readonly language: TextLanguage,
  ) {
    this.tables = new NewestTables(database, learnedTables);
  }

  /** `NONE`: there is no such question; undefined: a topic was chosen already, by a rule or a person, or nothing was learned. */
  async of(district: District, id: string): Promise<LearnedRoutes | 'NONE' | undefined> {
    const { state } = await this.questions.load(district.id, id);
    if (state.status === 'NONE') return 'NONE';
    if (state.published.topic !== undefined) return undefined;
    const table = await this.tables.of(district.id);
    if (!table) return undefined;
    const { met } = table;
    if (!maySpeak(met)) return { routes: [], met };
    const text = (await this.texts.own(district.id, id)) ?? (await this.texts.whole(district.id, id)) ?? '';
    const masked = maskPersonalData(text, this.language.lexicon);
    return { routes: routesFor(district, table, masked, this.language.analyse), met };
  }
}

/** `text` is masked. */
export function routesFor(
  { topics, departments }: District,
  { model, departments: lastOf }: LearnedTable,
  text: string,
  analyse: Analyse,
): readonly LearnedRoute[] {
  return proposedChoices(model, text, analyse)
    .filter(({ choice }) => isOf(topics, choice))
    .map(({ choice: topic, words }) => {
      const department = lastOf[topic];
      const isThere = department !== undefined && isOf(departments, department);
      return { topic, department: isThere ? department : undefined, words };
    });
}
