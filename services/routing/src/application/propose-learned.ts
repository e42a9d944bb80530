import { Injectable } from '@nestjs/common';
import { Database, type District } from '@otklik/tenancy';
import { maskPersonalData, proposedChoices } from '@otklik/text-analysis';
import { maySpeak, type MetDecisions } from '../domain/learned-routes.js';
import { LearnedTables, type LearnedTable } from '../store/learned-tables.js';
import { isOf } from './district-routes.js';
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

/** A table takes about as many bytes as 131,072 for each topic. */
const MAX_KEPT = 8;

/** What officials of the district chose for texts like that of a question which its rules leave to them. */
@Injectable()
export class ProposeLearned {
  private readonly tables = new Map<number, { readonly at: number; readonly table: LearnedTable }>();

  constructor(
    private readonly database: Database,
    private readonly learnedTables: LearnedTables,
    private readonly questions: QuestionHandler,
    private readonly texts: QuestionText,
    private readonly language: TextLanguage,
  ) {}

  /** `NONE`: there is no such question; undefined: a topic was chosen already, by a rule or a person, or nothing was learned. */
  async of(district: District, id: string): Promise<LearnedRoutes | 'NONE' | undefined> {
    const { state } = await this.questions.load(district.id, id);
    if (state.status === 'NONE') return 'NONE';
    if (state.published.topic !== undefined) return undefined;
    const table = await this.tableOf(district.id);
    if (!table) return undefined;
    const { met, model, departments } = table;
    if (!maySpeak(met)) return { routes: [], met };
    const text = (await this.texts.own(district.id, id)) ?? (await this.texts.whole(district.id, id)) ?? '';
    const routes = proposedChoices(model, maskPersonalData(text, this.language.lexicon), this.language.analyse)
      .filter(({ choice }) => isOf(district.topics, choice))
      .map(({ choice: topic, words }) => {
        const department = departments[topic];
        const isThere = department !== undefined && isOf(district.departments, department);
        return { topic, department: isThere ? department : undefined, words };
      });
    return { routes, met };
  }

  private async tableOf(district: number): Promise<LearnedTable | undefined> {
    return this.database.scope(district).transaction(async (tx) => {
      const at = await this.learnedTables.learnedAt(tx, district);
      const known = this.tables.get(district);
      if (known && known.at === at) return known.table;
      this.tables.delete(district);
      const table = at === undefined ? undefined : await this.learnedTables.of(tx, district);
      if (at !== undefined && table) this.tables.set(district, { at, table });
      const [oldest] = this.tables.keys();
      if (this.tables.size > MAX_KEPT && oldest !== undefined) this.tables.delete(oldest);
      return table;
    });
  }
}
