import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { ApplicantSearchReason } from '@otklik/contracts/enumerations';
import type {
  EarlierAppeals,
  FoundApplicant,
  FoundApplicants,
  QueryApplicantsArgs,
  QueryEarlierAppealsArgs,
} from '@otklik/contracts/generated/graphql';
import { BadInput, cleanText, optionalText, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import { recordApplicantSearch } from '../../../records/adapters/graphql/record-search.js';
import { Openings } from '../../../records/application/openings.js';
import { decryptMany } from '../../application/card/clear-texts.js';
import { appealView, viewing, type Viewing } from '../../application/card/row-view.js';
import { listedAppeal } from '../../application/list/listed-row.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { applicantWords, searchedWords, type SearchedWord } from '../../domain/applicant-words.js';
import { byPerson, initialsOf, phoneEnd } from '../../domain/persons.js';
import {
  Applicants,
  isOpen,
  MAX_MATCHES,
  type AppealCounts,
  type FoundAppeal,
  type NamedAppeal,
} from '../../store/applicants.js';
import { districtOf } from './district-of.js';

const MAX_QUERY_LENGTH = 200;
const MAX_SHOWN = 50;
const MAX_EARLIER = 5;
/** Of an official in an hour. Registration looks by itself once for each person that is entered. */
const HOURLY = { asked: 60, registering: 300 };
/** A name of fewer words is not taken for the same person's. */
const MIN_NAME_WORDS = 2;

/** Applicants by what is blinded of them. */
@Resolver()
export class ApplicantSearchResolver {
  private readonly key: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly applicantsHeld: Applicants,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('cursor');
  }

  @Query('applicants')
  async applicants(
    @Args() { query, reason }: QueryApplicantsArgs,
    @Context() context: PermittedContext,
  ): Promise<FoundApplicants> {
    const words = searchedWords(cleanText(query, { max: MAX_QUERY_LENGTH, path: 'query' }));
    if (words.length === 0) throw new BadInput('TEXT_EMPTY', 'query');
    const view = this.viewed(context);
    const { found, similar } = await this.found(view.district.id, words);
    const tooMany = found.length > MAX_MATCHES;
    const asked = JSON.stringify(words.map(({ forms }) => forms));
    // Recorded before it is shown: a search that is not on record did not happen.
    await this.record(context, view, { asked, reason, rows: found.length });
    const persons = tooMany ? [] : byPerson(found);
    const shown = persons.slice(0, MAX_SHOWN);
    const applicants = await this.views(shown, view);
    return { applicants, total: persons.length - (shown.length - applicants.length), tooMany, similar };
  }

  @Query('earlierAppeals')
  async earlierAppeals(
    @Args() args: QueryEarlierAppealsArgs,
    @Context() context: PermittedContext,
  ): Promise<EarlierAppeals> {
    const [name, contact, phone] = (['name', 'contact', 'phone'] as const).map((path) =>
      optionalText(args[path], { max: MAX_QUERY_LENGTH, path }),
    );
    const words = applicantWords({ name });
    const names = words.length < MIN_NAME_WORDS ? [] : [words];
    const contacts = [contact, phone].map((one) => applicantWords({ contact: one })).filter((one) => one.length > 0);
    if (names.length + contacts.length === 0) return { total: 0, open: 0, appeals: [] };
    const view = this.viewed(context);
    const { id } = view.district;
    const found = earlierOf(await this.byWords(id, names), await this.byWords(id, contacts));
    const asked = JSON.stringify([...names, ...contacts].map((set) => set.map(({ word }) => word)));
    await this.record(context, view, { asked, reason: 'REGISTERING', rows: found.length });
    const persons = byPerson(found).map(([first]) => first!.id);
    const { ids, total, open } = await this.applicantsHeld.ofPersons(id, persons, MAX_EARLIER);
    const rows = await this.rowsOf(
      id,
      ids.map((one) => ({ id: one })),
    );
    return { total, open, appeals: rows.map((row) => appealView(listedAppeal(row), view)) };
  }

  private async byWords(
    district: number,
    sets: readonly (readonly { readonly word: string }[])[],
  ): Promise<readonly NamedAppeal[]> {
    const blinded = sets.map((set) =>
      this.vault.blindWords(
        district,
        set.map(({ word }) => word),
      ),
    );
    return this.applicantsHeld.byWords(district, await Promise.all(blinded));
  }

  /** By what was typed; where nothing matches, by what is like it. */
  private async found(
    district: number,
    words: readonly SearchedWord[],
  ): Promise<{ readonly found: readonly FoundAppeal[]; readonly similar: boolean }> {
    const found = await this.byForms(district, words, ({ forms }) => forms);
    if (found.length > 0 || words.every((word) => word.similar.length === 0)) return { found, similar: false };
    const like = await this.byForms(district, words, ({ forms, similar }) => [...forms, ...similar]);
    return { found: like, similar: like.length > 0 };
  }

  private async byForms(
    district: number,
    words: readonly SearchedWord[],
    formsOf: (word: SearchedWord) => readonly string[],
  ): Promise<readonly FoundAppeal[]> {
    const blinded = await Promise.all(words.map((word) => this.vault.blindWords(district, formsOf(word))));
    return this.applicantsHeld.byForms(district, blinded);
  }

  private viewed(context: PermittedContext): Viewing {
    return viewing(this.directory, districtOf(context), this.clock.now(), context.actor, context.language);
  }

  /** Throws `RateLimited` beyond the searches of an hour. */
  private async record(
    context: PermittedContext,
    { district }: Viewing,
    search: { readonly asked: string; readonly reason: ApplicantSearchReason; readonly rows: number },
  ): Promise<void> {
    const { reason, rows } = search;
    await recordApplicantSearch(this.openings, this.key, context, {
      district: district.id,
      asked: JSON.stringify(['applicants', reason, search.asked]),
      at: this.clock.now(),
      rows,
      reason,
      hourly: reason === 'REGISTERING' ? HOURLY.registering : HOURLY.asked,
    });
  }

  private async views(persons: readonly (readonly FoundAppeal[])[], view: Viewing): Promise<readonly FoundApplicant[]> {
    const { id: district } = view.district;
    const latest = persons.map(([first]) => first!);
    const [rows, counts] = await Promise.all([
      this.rowsOf(district, latest),
      this.applicantsHeld.counts(
        district,
        latest.map(({ id }) => id),
      ),
    ]);
    const opened = await Promise.all(rows.map((row) => this.maskedOf(row)));
    const known = new Set<string>();
    return rows.flatMap((row, at) => {
      const of = counts[latest.findIndex(({ id }) => id === row.id)]!;
      // An official joined it with one above.
      if (known.has(of.person)) return [];
      known.add(of.person);
      return [{ ...opened[at]!, ...countsOf(of, row), latest: appealView(listedAppeal(row), view) }];
    });
  }

  private async maskedOf({
    district,
    erased,
    fold,
  }: RegisterRow): Promise<Pick<FoundApplicant, 'initials' | 'phoneEnd'>> {
    const received = fold.appeal.received!;
    if (erased) return {};
    const fields = (['name', 'phone', 'contact'] as const).map((field) => ({ sealed: received[field], field }));
    const [name, phone, contact] = await decryptMany(this.vault, district, fields);
    return { initials: initialsOf(name) ?? null, phoneEnd: phoneEnd([phone, contact]) ?? null };
  }

  /** In the order of what was found. */
  private async rowsOf(district: number, found: readonly Pick<FoundAppeal, 'id'>[]): Promise<readonly RegisterRow[]> {
    const rows = await this.reader.rows(
      [district],
      found.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap(({ id }) => byId.get(id) ?? []);
  }
}

/** An erased one has this appeal alone. */
function countsOf({ total, open }: AppealCounts, { state }: RegisterRow): Pick<AppealCounts, 'total' | 'open'> {
  return total === 0 ? { total: 1, open: isOpen(state) ? 1 : 0 } : { total, open };
}

/**
 * The appeals of who is being registered: of the very same name, and of the contact. What an official parted from the contact is
 * another's, unless it has the name, too: then it is the rest of the contact that is another's.
 */
function earlierOf(byName: readonly NamedAppeal[], byContact: readonly NamedAppeal[]): readonly NamedAppeal[] {
  const named = new Set(byName.map(({ id }) => id));
  const isOfOneParted = byContact.some(({ id, isApart }) => isApart && named.has(id));
  return isOfOneParted ? byName : [...byName, ...byContact.filter(({ id, isApart }) => !isApart && !named.has(id))];
}
