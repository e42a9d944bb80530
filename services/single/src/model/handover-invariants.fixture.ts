import { byStream, ofType, type CaseFacts, type Fact, type Invariant } from './case-facts.fixture.js';

/** Of a question to a district of the platform (docs/adr/0024). */
interface Origin {
  /** Code of the district that handed it over. */
  readonly district: string;
  readonly question: string;
  readonly times: number;
}

interface ToDistrict {
  /** Code of the receiving district. */
  readonly to: string;
  readonly times: number;
}

const originOf = ({ data }: Fact) => data['origin'] as Origin;

function arrived(facts: CaseFacts): readonly Fact[] {
  return ofType(facts.of('intake.events'), 'AppealReceived').filter(({ data }) => data['origin'] !== undefined);
}

/** What a district hands over arrives in the other once, as a case of its own. */
export const noHandoverTwice: Invariant = (facts) => {
  const origins = Map.groupBy(arrived(facts), (one) => {
    const { question, times } = originOf(one);
    return `${question} to district ${one.district}, the ${times}. time`;
  });
  return [...origins].filter(([, all]) => all.length > 1).map(([what]) => `${what}, arrived twice`);
};

/** What was proved to be forwarded to a district is a case there, with its texts' files, and its number and end come back. */
export const everyHandoverArrives: Invariant = (facts) => {
  const cases = arrived(facts);
  const intake = Map.groupBy(facts.of('intake.events'), ({ appeal }) => appeal);
  return [...byStream(facts.of('routing.events')).values()].flatMap((question) => [
    ...notHandedOver(question).map((to) => `question ${question[0]!.stream} was never handed over to ${to}`),
    ...ofType(question, 'QuestionHandedOver').flatMap((handed) =>
      faultsOf(handed, { question, cases, source: intake.get(handed.appeal) ?? [], intake }).map(
        (fault) => `question ${handed.stream} to ${String(handed.data['to'])} ${fault}`,
      ),
    ),
  ]);
};

/** Codes of districts to which a proved forwarding went without a handover. */
function notHandedOver(question: readonly Fact[]): readonly string[] {
  const proved = ofType(question, 'QuestionEnded').filter(({ data }) => data['end'] === 'FORWARDED');
  return proved.flatMap((end) => {
    const forwarding = ofType(question, 'QuestionForwarded').findLast(({ version }) => version < end.version);
    const to = (forwarding?.data['to'] ?? []) as readonly { readonly district?: string }[];
    const handed = ofType(question, 'QuestionHandedOver').filter(({ commandId }) => commandId === end.commandId);
    return to
      .flatMap(({ district }) => district ?? [])
      .filter((district) => !handed.some(({ data }) => data['to'] === district));
  });
}

interface Handing {
  readonly question: readonly Fact[];
  readonly cases: readonly Fact[];
  readonly source: readonly Fact[];
  readonly intake: ReadonlyMap<string, readonly Fact[]>;
}

function faultsOf(handed: Fact, { question, cases, source, intake }: Handing): readonly string[] {
  const { to, times } = handed.data as unknown as ToDistrict;
  const copy = cases.find(
    (one) =>
      originOf(one).question === handed.stream && originOf(one).times === times && one.district !== handed.district,
  );
  // No copy is made of what was erased on the way.
  if (!copy) return source.some(({ type }) => type === 'PersonErased') ? [] : ['has not arrived'];
  const told = question.filter(({ data }) => data['to'] === to && data['times'] === times);
  const there = intake.get(copy.appeal) ?? [];
  return [
    ...missingFiles(copy, source),
    ...untold(there, told, ['AppealRegistered'], 'HandoverAccepted'),
    ...untold(there, told, ENDS, 'HandoverEnded'),
  ];
}

const ENDS = [
  ...[
    'AppealAnswered',
    'AppealWithdrawn',
    'RegistrationCorrected',
    'PersonErased',
    'MarkedAsSpam',
    'MarkedAsDuplicate',
  ],
];

function untold(there: readonly Fact[], told: readonly Fact[], what: readonly string[], by: string): readonly string[] {
  const [first] = ofType(there, ...what);
  return first && ofType(told, by).length === 0 ? [`is not told of its ${first.type}`] : [];
}

function missingFiles(copy: Fact, source: readonly Fact[]): readonly string[] {
  const copied = new Set(filesOf(copy));
  const first = ofType(source, 'AppealReceived').flatMap(filesOf);
  return first.every((sha256) => copied.has(sha256)) ? [] : ['has lost files'];
}

function filesOf({ data }: Fact): readonly string[] {
  return ((data['files'] ?? []) as readonly { readonly sha256: string }[]).map(({ sha256 }) => sha256);
}
