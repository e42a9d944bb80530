import { Injectable } from '@nestjs/common';
import type { Departments } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { AppealQuestions } from '../../appeal/store/appeal-questions.js';
import { UploadedFiles } from './uploaded-files.js';

export interface FileReader {
  readonly official: string;
  /** Where the official's roles hold. */
  readonly departments: Departments;
}

/**
 * Who opens the card of an appeal opens its files. The applicant attached them to the letter, not to one of its
 * questions, so each department that has a question of it, and each co-executor, needs them all; another department,
 * none.
 */
@Injectable()
export class FileReaders {
  constructor(
    private readonly database: Database,
    private readonly files: UploadedFiles,
    private readonly questions: AppealQuestions,
  ) {}

  /** True also for a file that there is not: it is not found. */
  async mayOpen(district: number, file: string, { official, departments }: FileReader): Promise<boolean> {
    if (departments === 'ALL') return true;
    const appeal = (await this.files.find(district, file))?.appeal;
    if (!appeal) return true;
    const own = await this.database.scope(district).transaction((tx) => this.questions.workers(tx, district, appeal));
    return own.officials.includes(official) || own.departments.some((code) => departments.includes(code));
  }
}
