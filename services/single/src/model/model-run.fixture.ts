import { topics, type Topic } from '@otklik/contracts/envelope';
import { compose } from '@otklik/contracts/schema';
import { localDate } from '@otklik/kernel';
import { buildASTSchema, parse } from 'graphql';
import type { Action } from '@otklik/contracts/enumerations';
import { acts, type Circumstances, type SeenCase, type SeenQuestion, type Target } from './acts.fixture.js';
import type { CameBack, CaseFacts, Fact } from './case-facts.fixture.js';
import type { Chance } from './chance.fixture.js';
import { likelyRoles, ROLES } from './likely-roles.fixture.js';
import type { Asked, ModelProduct } from './model-product.fixture.js';
import type { ModelCase } from './submissions.fixture.js';
import { actingFor, type Order } from './substitutes.fixture.js';

export type Fields = Readonly<Record<string, unknown>>;

/** A command that was sent, with its answer. */
export interface SentCommand {
  readonly document: string;
  readonly input: Fields;
  readonly by: { readonly as?: string; readonly token?: string };
  readonly answer: string;
  readonly mutation: string;
}

const ROW = `id state version regime allowedActions questions { id state version allowedActions department { code }
  executor { id } promise { state } response { id state version allowedActions } }`;
export const CARD = `query ($district: String!, $id: UUID!) { appeal(district: $district, id: $id) {
  row { ${ROW} } supplements { id }
  questions { id parts { mine doneAt official { id } department { code } } requests { id receivedOn linkOpens } bodies { letter linkOpens reactions { reaction } } }
  notices { id kind way state version allowedActions question { id } } } }`;

/** As a controller sees a case, now or as of an instant. */
export const AS_OF = `query ($district: String!, $id: UUID!, $at: DateTime) { appeal(district: $district, id: $id, at: $at) {
  row { id receipt number registeredOn regime channel state dueOn dueAt overdue struckFor rating version
    deadline { rule dueOn }
    questions { id ordinal state topic { code } department { code } executor { id } deadline { rule dueOn source }
      deadlines { rule ruleVersion dueOn countedFrom } dueOn overdue termKept response { id state outcome version } version } }
  notices { id kind way state proof dispatchedAt attempts { result } failed { way code } cancelled version }
  duplicateOf reopening { decision granted } answers { question outcome } } }`;

const REMEMBERED = 200;
const IDLE = 1;

/** Input types by mutation. */
/** The type of each mutation's input. */
const inputs = new Map(
  Object.values(buildASTSchema(parse(compose().sdl), { assumeValidSDL: true }).getMutationType()!.getFields()).map(
    ({ name, args }) => [name, String(args[0]?.type)],
  ),
);

export const mutationOf = (action: Action): string =>
  action.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

interface Choice {
  /** Undefined: the official looks and does nothing. */
  readonly action: Action | undefined;
  readonly target: Target;
  readonly weight: number;
  readonly circumstances: Circumstances;
}

/** The people of two districts: each looks at a case and does something of what is offered there. */
export class ModelRun {
  readonly cases: ModelCase[] = [];
  readonly sent: SentCommand[] = [];
  /** Notices whose proof was recorded by an official. */
  readonly proved: string[] = [];
  /** Letters whose return was reported, with their notices. */
  readonly cameBack: CameBack[] = [];
  readonly orders: Order[] = [];
  /** Appeals of erased applicants. */
  readonly erased = new Set<string>();
  readonly counts = new Map<string, number>();
  /** What was broken, by the name of what should have held. */
  readonly violations = new Map<string, Set<string>>();

  constructor(
    readonly product: ModelProduct,
    readonly chance: Chance,
  ) {}

  violated(name: string, what: string): void {
    this.violations.set(name, (this.violations.get(name) ?? new Set()).add(what));
  }

  count(what: string): void {
    this.countOf(what, 1);
  }

  countOf(what: string, times: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  async facts(): Promise<CaseFacts> {
    await this.product.transport.waiting();
    const all = new Map<Topic, readonly Fact[]>();
    for (const topic of topics) all.set(topic, this.product.transport.all(topic) as readonly Fact[]);
    const { accepted: letters, unheard } = this.product.mail;
    const { proved, cameBack } = this;
    return { of: (topic) => all.get(topic)!, letters, unheard, proved, cameBack, now: this.product.now };
  }

  /** An official of the district opens the case. */
  async look(one: ModelCase, as: string): Promise<SeenCase | undefined> {
    const { data, code } = await this.product.ask(CARD, { district: one.district, id: one.id }, { as });
    // Of other departments' cases an official of one department sees the row alone.
    if (code !== undefined && code !== 'FORBIDDEN') this.violated('noFault', `the card of case ${one.index}: ${code}`);
    return (data?.['appeal'] as SeenCase | null) ?? undefined;
  }

  /**
   * Mostly an official with something to do does it, now and then any official does anything that is offered. False:
   * nothing is done.
   */
  async act(one: ModelCase): Promise<boolean> {
    const asIs = await this.look(one, `${one.district}.controller`);
    const likely = asIs ? likelyRoles(asIs) : [];
    const role = this.chance.oneOf(likely.length > 0 && this.chance.happens(0.85) ? likely : ROLES);
    const as = actingFor(this, `${one.district}.${role}`);
    const seen = await this.look(one, as);
    const chosen = seen && this.chance.weighted(this.choices(one, seen));
    const input = chosen?.action && acts[chosen.action].input(chosen.circumstances);
    if (!chosen?.action || !input) return false;
    const { id, version: expectedVersion } = chosen.target;
    await this.command(mutationOf(chosen.action), { district: one.district, id, expectedVersion, ...input }, { as });
    return true;
  }

  /** Sends a command and remembers it; answers its result. */
  async command(
    mutation: string,
    given: Fields,
    by: SentCommand['by'],
    result = '... on Change { id version number }',
  ): Promise<Fields> {
    const of = `__typename ${result} ... on Refusal { refused: code }`;
    const input = { key: this.chance.uuid(), ...given };
    const { document, asked } = await this.send(mutation, of, input, by);
    const done = (asked.data?.[mutation] ?? {}) as Fields;
    this.count(`${mutation} ${String(done['refused'] ?? asked.code ?? 'done')}`);
    if (asked.code === undefined && done['refused'] === undefined)
      this.remember({ mutation, document, input, by, answer: JSON.stringify(done) });
    return done;
  }

  /** As `command`, for many items; answers the refusals. */
  async commandOfMany(mutation: string, input: Fields, by: SentCommand['by']): Promise<void> {
    const of = 'id result { __typename ... on Change { id version number } ... on Refusal { refused: code } }';
    const { document, asked } = await this.send(mutation, of, input, by);
    const done = (asked.data?.[mutation] ?? []) as readonly { readonly result: Fields }[];
    for (const { result } of done) this.count(`${mutation} ${String(result['refused'] ?? 'done')}`);
    // What was refused once may be possible later.
    if (done.length > 0 && done.every(({ result }) => result['refused'] === undefined))
      this.remember({ mutation, document, input, by, answer: JSON.stringify(done) });
  }

  private async send(mutation: string, result: string, input: Fields, by: SentCommand['by']) {
    const document = `mutation ($input: ${inputs.get(mutation)}) { ${mutation}(input: $input) { ${result} } }`;
    const asked = await this.product.ask(document, { input }, by);
    if (isFault(asked)) this.violated('noFault', `${mutation}: ${asked.code}`);
    return { document, asked };
  }

  private remember(command: SentCommand): void {
    this.sent.push(command);
    if (this.sent.length > REMEMBERED) this.sent.shift();
    const { mutation, input } = command;
    const isProof =
      mutation === 'recordPosting' || (mutation === 'recordOralNotice' && input['outcome'] !== 'WANTS_WRITTEN');
    if (isProof) this.proved.push(String(input['id']));
  }

  private choices(one: ModelCase, seen: SeenCase): readonly Choice[] {
    const questions = seen.row.questions;
    const of = (question: SeenQuestion | undefined) => this.circumstances(one, seen, question);
    return [
      { action: undefined, target: seen.row, weight: IDLE, circumstances: of(undefined) },
      ...offered(seen.row, of(undefined)),
      ...questions.flatMap((question) => offered(question, of(question))),
      ...questions.flatMap((question) => (question.response ? offered(question.response, of(question)) : [])),
      ...seen.notices.flatMap((notice) => offered(notice, of(questions.find(({ id }) => id === notice.question?.id)))),
    ];
  }

  private circumstances(one: ModelCase, seen: SeenCase, question: SeenQuestion | undefined): Circumstances {
    const { directory } = this.product.opened;
    const others = this.cases.filter(({ district, id }) => district === one.district && id !== one.id);
    const answered = this.product.transport
      .all('routing.events')
      .filter(
        ({ type, district }) => type === 'QuestionAnswered' && directory.districtById(district)?.code === one.district,
      );
    const district = directory.district(one.district)!;
    return {
      chance: this.chance,
      district,
      seen,
      question,
      mark: one.mark,
      today: localDate(this.product.now, district.zone),
      others: others.map(({ id }) => id),
      answered: answered.map(({ stream }) => stream),
      official: (name) => directory.official(`${one.district}.${name}`)?.id ?? '',
    };
  }
}

function offered(target: Target, circumstances: Circumstances): readonly Choice[] {
  return target.allowedActions.map((action) => ({
    action,
    target,
    circumstances,
    weight: acts[action].weight(circumstances),
  }));
}

/** Answers that no input should get. */
function isFault({ code }: Asked): boolean {
  return code !== undefined && !['FORBIDDEN', 'NOT_FOUND'].includes(code);
}
