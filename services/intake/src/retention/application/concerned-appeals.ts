import { Injectable } from '@nestjs/common';
import { isUuid } from '@otklik/kernel';
import { KeyKeeper } from '@otklik/vault';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { personId } from '../../appeal/application/submission-key.js';
import { FollowUpCodes } from '../../appeal/store/follow-up-codes.js';

/** Ids of the appeals that an erasure concerns, each in one list. */
export interface Concerned {
  /** What the subject names: an id one appeal; a contact its appeals, without those that an official parted from it. */
  readonly named: readonly string[];
  /** Those of the same person by decisions of officials: joined with a named one, or of the contact of such a one. */
  readonly joined: readonly string[];
  /** Of a contact that is concerned, and another person's by the decision of an official. */
  readonly parted: readonly string[];
}

interface Linked {
  readonly appeal: string;
  readonly isErased: boolean;
  readonly joined: readonly string[];
  readonly isApart: boolean;
}

/** Whose appeals are one person's, as officials decided it: an erased appeal leads to no other. */
@Injectable()
export class ConcernedAppeals {
  constructor(
    private readonly vault: KeyKeeper,
    private readonly appeals: AppealHandler,
    private readonly codes: FollowUpCodes,
  ) {}

  /** `subject`: id of a person or an appeal, e-mail or phone. */
  async of(district: number, subject: string): Promise<Concerned> {
    const found = await this.linksOf(district, await this.found(district, subject));
    const [named, apart] = isUuid(subject) ? [found, []] : partedFrom(found);
    const concerned = new Map(named.map((one) => [one.appeal, one]));
    const parted = new Set(apart.map(({ appeal }) => appeal));
    // What is added meanwhile is followed, too.
    for (const one of concerned.values()) {
      for (const other of await this.linksOf(district, one.joined)) if (!other.isErased) add(concerned, other);
      // What was parted from its contact leads to nothing of that contact: the others are another person's.
      const [same, others] =
        named.includes(one) || one.isApart ? [[], []] : await this.ofItsContact(district, one.appeal);
      for (const other of same) add(concerned, other);
      for (const { appeal } of others) parted.add(appeal);
    }
    const of = named.map(({ appeal }) => appeal);
    return {
      named: of,
      joined: [...concerned.keys()].filter((appeal) => !of.includes(appeal)),
      parted: [...parted].filter((appeal) => !concerned.has(appeal)),
    };
  }

  private async found(district: number, subject: string): Promise<readonly string[]> {
    const isId = isUuid(subject);
    const found = await this.ofPersons(district, isId ? [subject] : await this.vault.personsOf(district, subject));
    if (found.length > 0 || !isId) return found;
    const { version } = await this.appeals.load(district, subject);
    return version > 0 ? [subject] : [];
  }

  private async ofItsContact(district: number, appeal: string) {
    const persons = await this.vault.personsLike(district, personId(appeal));
    return partedFrom(await this.linksOf(district, await this.ofPersons(district, persons)));
  }

  private async ofPersons(district: number, persons: readonly string[]): Promise<readonly string[]> {
    const appeals = await Promise.all(persons.map((person) => this.codes.appealOf(district, person)));
    return appeals.filter((appeal) => appeal !== undefined);
  }

  private linksOf(district: number, appeals: readonly string[]): Promise<readonly Linked[]> {
    return Promise.all(
      appeals.map(async (appeal) => {
        const { state } = await this.appeals.load(district, appeal);
        // Of a refused submission there is no stream.
        const { joined = [], isApart = false } = state.status === 'NONE' ? {} : state.published;
        const isErased = state.status === 'ERASED';
        return { appeal, isErased, joined: isErased ? [] : joined, isApart };
      }),
    );
  }
}

function partedFrom(found: readonly Linked[]): readonly [readonly Linked[], readonly Linked[]] {
  return [found.filter(({ isApart }) => !isApart), found.filter(({ isApart }) => isApart)];
}

function add(to: Map<string, Linked>, one: Linked): void {
  if (!to.has(one.appeal)) to.set(one.appeal, one);
}
