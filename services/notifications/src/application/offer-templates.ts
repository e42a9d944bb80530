import { Injectable } from '@nestjs/common';
import type { AnswerTemplate } from '@otklik/contracts/generated/graphql';
import { dateText } from '@otklik/contracts/texts';
import { Clock, localDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { formOfAddress } from '../domain/person-name.js';
import { fillIn, openFields, type FieldValues } from '../domain/template-fields.js';
import { AnswerTemplates, type TemplateVersion } from './answer-templates.js';
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
    { topic, question }: { readonly topic?: string | undefined; readonly question?: string | undefined },
  ): Promise<readonly AnswerTemplate[]> {
    const known = question === undefined ? undefined : await this.correspondence.of(reader, question);
    const wanted = topic ?? known?.question.topic;
    const today = localDate(this.clock.now(), reader.inDistrict.zone);
    const values = known && fieldValues(known, reader.inDistrict, today);
    const all = await this.templates.all(reader.district);
    return all
      .filter((one) => wanted === undefined || one.topic === null || one.topic === wanted)
      .toSorted((a, b) => Number(a.topic === null) - Number(b.topic === null))
      .map((one) => this.view(one, values));
  }

  view(template: TemplateVersion, values?: FieldValues): AnswerTemplate {
    const { id, version, topic, title, text, outcome, removed, changedAt, changedBy } = template;
    const filled = values && fillIn(text, values);
    return {
      ...{ id, version, topic, title, text, outcome, removed, changedAt },
      filled: filled ?? null,
      open: [...new Set(openFields(filled ?? text).map(({ name }) => name))],
      changedBy: this.directory.officialById(changedBy)?.name ?? null,
    };
  }
}

function fieldValues(known: Correspondence, district: District, today: string): FieldValues {
  const { applicant, question, name, place, executor } = known;
  const named = (list: readonly { readonly code: string; readonly name: string }[], code: string | null | undefined) =>
    list.find((one) => one.code === code)?.name;
  const day = (date: string | null | undefined) => (date ? dateText(date, 'ru') : undefined);
  const where = [named(district.settlements, applicant.settlement), place].filter((part) => part !== undefined);
  return withoutBlanks({
    имя: name === undefined ? undefined : formOfAddress(name).name,
    заявитель: name,
    номер: applicant.number ?? undefined,
    дата: day(applicant.registeredOn),
    срок: day(question.dueOn),
    тема: named(district.topics, question.topic),
    отдел: named(district.departments, question.department),
    исполнитель: executor,
    место: where.length === 0 ? undefined : where.join(', '),
    сегодня: dateText(today, 'ru'),
    район: district.name,
    адрес: district.public.address,
    телефон: district.public.phones[0]?.phone,
  });
}

function withoutBlanks(values: Readonly<Record<string, string | undefined>>): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
