import { Injectable } from '@nestjs/common';
import { Directory, type District } from '@otklik/tenancy';
import { codesNamedIn } from '../domain/complaint.js';
import { QuestionText } from './question-text.js';

/** Of whom a question may complain: whom of the directory it names. */
@Injectable()
export class ProposeComplainedOf {
  constructor(
    private readonly texts: QuestionText,
    private readonly directory: Directory,
  ) {}

  /** Codes of departments, organisations and other districts; undefined where the district has no such question. */
  async of({ id: district, departments, organisations }: District, id: string): Promise<readonly string[] | undefined> {
    const text = (await this.texts.own(district, id)) ?? (await this.texts.whole(district, id));
    if (text === undefined) return undefined;
    const others = this.directory.districts().filter((one) => one.id !== district);
    return codesNamedIn(text, [...departments, ...organisations, ...others]);
  }
}
