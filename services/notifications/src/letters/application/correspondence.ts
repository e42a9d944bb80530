import { Injectable } from '@nestjs/common';
import { covers, refuse } from '@otklik/kernel';
import { Database, Directory, type Departments } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { type Applicant, Applicants } from '../../notice/store/applicants.js';
import { Deliveries } from '../../notice/application/deliveries.js';
import { type NetworkSource, NetworkSources } from '../../networks/store/network-sources.js';
import { type Question, Questions } from '../../notice/store/questions.js';

/** An official who reads, and where the official's roles permit it. */
export interface Reader {
  readonly district: number;
  readonly mayActIn: Departments;
}

/** A question and its applicant, decrypted for one answer to the official. */
export interface Correspondence {
  readonly question: Question;
  readonly applicant: Applicant;
  /** Of a message from a network. */
  readonly source: NetworkSource | undefined;
  /** How often another consideration was granted before. */
  readonly again: number;
  readonly name: string | undefined;
  readonly contact: string | undefined;
  readonly place: string | undefined;
  readonly appealText: string | undefined;
  /** The executor's name, where the directory knows it. */
  readonly executor: string | undefined;
}

/** What an official of the question's department may read for the answer. */
@Injectable()
export class ReadCorrespondence {
  constructor(
    private readonly database: Database,
    private readonly questions: Questions,
    private readonly applicants: Applicants,
    private readonly deliveries: Deliveries,
    private readonly sources: NetworkSources,
    private readonly vault: Vault,
    private readonly directory: Directory,
  ) {}

  /** Refuses NOT_FOUND, also until the events of question and registration are consumed; FORBIDDEN in another department. */
  async of({ district, mayActIn }: Reader, id: string): Promise<Correspondence> {
    const { question, applicant, source, again } = await this.database.scope(district).transaction(async (tx) => {
      const found = await this.questions.of(tx, district, id);
      const sender = found && (await this.applicants.of(tx, district, found.appeal));
      if (!found || !sender?.number) return refuse('NOT_FOUND');
      const { person } = sender;
      const grants = await this.deliveries.grants(tx, { district, person, appeal: found.appeal, question: id });
      const source = await this.sources.of(tx, district, found.appeal);
      return { question: found, applicant: sender, source, again: grants };
    });
    const { department, executor } = question;
    if (!covers(mayActIn, department)) refuse('FORBIDDEN');
    const open = async (sealed: string | null, field: string) =>
      sealed === null ? undefined : this.vault.open(district, sealed, { field });
    return {
      question,
      applicant,
      source,
      again,
      name: await open(applicant.name, 'name'),
      contact: await open(applicant.contact, 'contact'),
      place: await open(applicant.place, 'placeText'),
      appealText: await open(applicant.text, 'text'),
      executor: executor === undefined ? undefined : this.directory.officialById(executor)?.name,
    };
  }
}
