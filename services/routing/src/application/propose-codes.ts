import { Injectable } from '@nestjs/common';
import { departmentOf } from '@otklik/case/question-conditions';
import { covers, type Departments } from '@otklik/kernel';
import { Database, noClassifier, shortCode, type ClassifierItem, type District } from '@otklik/tenancy';
import { maskPersonalData, proposedChoices, type Analyse, type LearnedChoice } from '@otklik/text-analysis';
import {
  codesMaySpeak,
  proposedCodes,
  type LearnedCode,
  type MetCodes,
  type ProposedCode,
} from '../domain/proposed-codes.js';
import { LearnedCodes, type LearnedCodeTable } from '../store/learned-codes.js';
import { NewestTables } from './newest-tables.js';
import { QuestionHandler } from './question-handler.js';
import { QuestionText } from './question-text.js';
import { TextLanguage } from './text-language.js';

export interface CodeProposal extends ProposedCode {
  readonly item: ClassifierItem;
}

export interface CodeProposals {
  /** The topic's code first, at most three; codes that may be set now. */
  readonly codes: readonly CodeProposal[];
  /** Undefined: nothing was learned yet. */
  readonly met: MetCodes | undefined;
}

/** Beside the code of the topic what officials of the district gave for texts like a question's. */
@Injectable()
export class ProposeCodes {
  private readonly tables: NewestTables<LearnedCodeTable>;

  constructor(
    database: Database,
    learnedCodes: LearnedCodes,
    private readonly questions: QuestionHandler,
    private readonly texts: QuestionText,
    private readonly language: TextLanguage,
  ) {
    this.tables = new NewestTables(database, learnedCodes);
  }

  /** Undefined: there is no such question, or it is of another department than the official's. */
  async of(district: District, id: string, departments: Departments): Promise<CodeProposals | undefined> {
    const { state } = await this.questions.load(district.id, id);
    if (state.status === 'NONE' || !covers(departments, departmentOf(state.published))) return undefined;
    const table = await this.tables.of(district.id);
    const speaks = table !== undefined && codesMaySpeak(table.met);
    const text = speaks ? await this.textOf(district.id, id) : '';
    const { topic } = state.published;
    const proposed = codesFor(district, { topic, text }, table, this.language.analyse);
    return { codes: proposed.flatMap((one) => withItem(district, one)), met: table?.met };
  }

  private async textOf(district: number, id: string): Promise<string> {
    const text = (await this.texts.own(district, id)) ?? (await this.texts.whole(district, id)) ?? '';
    return maskPersonalData(text, this.language.lexicon);
  }
}

interface Asked {
  readonly topic: string | undefined;
  /** Masked. */
  readonly text: string;
}

/** What is proposed by the settings and by what was learned, while that may speak. */
export function codesFor(
  district: District,
  { topic, text }: Asked,
  table: LearnedCodeTable | undefined,
  analyse: Analyse,
): readonly ProposedCode[] {
  const learned = table && codesMaySpeak(table.met) ? learnedCodesFor(district, table.model, text, analyse) : [];
  return proposedCodes(codesOfTopic(district, topic), learned);
}

/** Likeliest first, by the settings; those that may be set now. */
export function codesOfTopic(district: District, topic: string | undefined): readonly string[] {
  const codes = district.topics.find(({ code }) => code === topic)?.classifiers ?? [];
  return codes.map(shortCode).filter((code) => isKnown(district, code));
}

export function learnedCodesFor(
  district: District,
  model: LearnedChoice,
  text: string,
  analyse: Analyse,
): readonly LearnedCode[] {
  return proposedChoices(model, text, analyse)
    .map(({ choice: code, words }) => ({ code, words }))
    .filter(({ code }) => isKnown(district, code));
}

function isKnown({ classifier = noClassifier }: District, code: string): boolean {
  return classifier.finding(code).is === 'KNOWN';
}

function withItem({ classifier = noClassifier }: District, proposed: ProposedCode): readonly CodeProposal[] {
  const finding = classifier.finding(proposed.code);
  return finding.is === 'KNOWN' ? [{ ...proposed, item: finding.item }] : [];
}
