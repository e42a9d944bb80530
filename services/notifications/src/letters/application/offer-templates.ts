import { Injectable } from '@nestjs/common';
import type { AnswerTemplate } from '@otklik/contracts/generated/graphql';
import { dateText } from '@otklik/contracts/texts';
import { Clock, localDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { fillIn, openFields, type FieldValues } from '../domain/template-fields.js';
import { AnswerTemplates, type TemplateVersion } from '../store/answer-templates.js';
import { ReadCorrespondence, type Correspondence, type Reader } from './correspondence.js';

/** The templates for an answer, with the question's fields filled in. */
@Injectable()
export class OfferTemplates {
  constructor(
    private readonly templates: AnswerTemplates,
    private readonly correspondence: ReadCorrespondence,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Those of the topic before those of every topic. Refuses as `ReadCorrespondence.of` when `question` is given. */
  async of(
    reader: Reader & { readonly inDistrict: District },
    { topic, question, forMessages = false }: Wanted,
  ): Promise<readonly AnswerTemplate[]> {
    const known = question === undefined ? undefined : await this.correspondence.of(reader, question);
    const wanted = topic ?? known?.question.topic;
    const today = localDate(this.clock.now(), reader.inDistrict.zone);
    const common = commonValues(reader.inDistrict, today);
    const values = known ? { ...fieldValues(known, reader.inDistrict), ...common } : forMessages ? common : undefined;
    const all = await this.templates.all(reader.district);
    return all
      .filter((one) => (forMessages ? one.forMessages : wanted === undefined || isFor(one, wanted)))
      .toSorted((a, b) => Number(a.topic === null) - Number(b.topic === null))
      .map((one) => this.view(one, values));
  }

  view(template: TemplateVersion, values?: FieldValues): AnswerTemplate {
    const { id, version, topic, title, text, outcome, forMessages, removed, changedAt, changedBy } = template;
    const filled = values && fillIn(text, values);
    return {
      id,
      version,
      topic,
      title,
      text,
      outcome,
      forMessages,
      removed,
      changedAt,
      filled: filled ?? null,
      open: [...new Set(openFields(filled ?? text).map(({ name }) => name))],
      changedBy: this.directory.officialById(changedBy)?.name ?? null,
    };
  }
}

interface Wanted {
  readonly topic?: string | undefined;
  readonly question?: string | undefined;
  /** Those of the moderator alone. */
  readonly forMessages?: boolean;
}

function isFor({ topic, forMessages }: TemplateVersion, wanted: string | null): boolean {
  return !forMessages && (topic === null || topic === wanted);
}

/** Without the applicant's name: it is opened by `applicant`, on record, and typed by hand; the letter greets by it itself. */
function fieldValues(known: Correspondence, district: District): FieldValues {
  const { applicant, question, place, executor } = known;
  const named = (list: readonly { readonly code: string; readonly name: string }[], code: string | null | undefined) =>
    list.find((one) => one.code === code)?.name;
  const day = (date: string | null | undefined) => (date ? dateText(date, 'ru') : undefined);
  const where = [named(district.settlements, applicant.settlement), place].filter((part) => part !== undefined);
  return withoutBlanks({
    номер: applicant.number ?? undefined,
    дата: day(applicant.registeredOn),
    срок: day(question.dueOn),
    тема: named(district.topics, question.topic),
    отдел: named(district.departments, question.department),
    исполнитель: executor,
    место: where.length === 0 ? undefined : where.join(', '),
  });
}

/** What needs no question. */
function commonValues(district: District, today: string): FieldValues {
  return withoutBlanks({
    сегодня: dateText(today, 'ru'),
    район: district.name,
    адрес: district.public.address,
    телефон: district.public.phones[0]?.phone,
  });
}

function withoutBlanks(values: Readonly<Record<string, string | undefined>>): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
