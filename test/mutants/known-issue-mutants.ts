import { dropOperand, dropStatement, dropText, replaceReturn, replaceText, replaceValue } from './locate/change.js';
import type { Mutant } from './mutants.js';

const decided = 'known-issue.decide.spec.ts';
const joined = 'joined-messages.spec.ts';
const whole = 'known-issues.int.spec.ts';
const lapsedLetters = 'lapsed-issues.int.spec.ts';
const MORNING =
  'of one morning, three hundred, are answered at once and sent what was done, each once, past kills and repeats';

/** What residents are notified of where they write. */
export const knownIssueMutants: readonly Mutant[] = [
  {
    name: 'known issue: it is shown for longer than 72 hours',
    in: 'intake: demandTime',
    change: dropOperand('MAX_SHOWN_HOURS'),
    spec: decided,
    test: 'is shown for 72 hours at most, and never until a time that is over',
  },
  {
    name: 'known issue: it is prolonged without a reason',
    in: 'intake/known-issues: update',
    change: dropStatement('ISSUE_NEEDS_REASON'),
    spec: decided,
    test: 'is prolonged with a reason, by 72 hours from then at most',
  },
  {
    name: 'known issue: it ends before its time',
    in: 'intake: lapse',
    change: dropOperand('until'),
    spec: decided,
    test: 'ends by itself when its time is over, and not before',
  },
  {
    name: 'known issue: it is opened with personal data in it',
    in: 'intake: demandForAll',
    change: dropStatement('PERSONAL_DATA_FOUND'),
    spec: decided,
    test: 'says nothing that may be personal data, in any of its texts',
  },
  {
    name: 'known issue: it is shown past its time',
    in: 'intake: KnownIssues.live',
    change: dropText('and i.shown_until > $2'),
    spec: whole,
    test: 'is shown no more when its time is over, at that moment and before that is recorded',
  },
  {
    name: 'known issue: an appeal under 59-FZ is sent its outcome',
    in: 'intake: reportIssueEnd',
    change: dropOperand('isMessage'),
    spec: joined,
    test: 'is no appeal under 59-FZ: that gets an answer of its own',
  },
  {
    name: 'known issue: one who withdrew the message is sent its outcome',
    in: 'intake: reportIssueEnd',
    change: dropOperand('CLOSED'),
    spec: joined,
    test: 'has nothing sent to one who withdrew it, or whose data was erased',
  },
  {
    name: 'known issue: its outcome is sent twice',
    in: 'case: withoutIssue',
    change: replaceReturn('{ ...kept, knownIssues }', 'others'),
    spec: `intake: ${joined}`,
    test: 'has what was done sent to its sender, once',
  },
  {
    name: 'known issue: another decision that is taken back parts a message from it',
    in: 'case: withoutLastJoin',
    change: replaceReturn('kept', 'slice'),
    spec: `intake: ${joined}`,
    test: 'has the outcome of each issue sent that it was joined to, whatever was decided about it afterwards',
  },
  {
    name: 'known issue: a message is joined to one that is over',
    in: 'intake: answerAtOnce',
    change: dropStatement('ISSUE_ENDED'),
    spec: joined,
    test: 'is not joined to one that is over',
  },
  {
    name: 'known issue: a message that is joined at the moment of the end is forgotten',
    in: 'intake: KnownIssues.lock',
    change: dropText("for ${ending ? 'update' : 'share'} of i"),
    spec: whole,
    test: 'are all in the end, though they are joined at the moment of it',
  },
  {
    name: 'known issue: a message that is joined is not remembered for the end',
    in: 'intake: JoinToIssue.joinAs',
    change: dropStatement('toLowerCase', 'join'),
    spec: whole,
    test: MORNING,
  },
  {
    name: 'known issue: a flat is named in it',
    in: 'text-analysis: isHouseAlone',
    change: dropOperand('NO_HOUSE'),
    spec: 'public-text.spec.ts',
    test: 'of an issue that has a place a flat, or what may be one, is never said: Затопило дом 14 (кв. 3).',
  },
  {
    name: 'texts of a list are stored as they were sent',
    in: 'host: cleanedTexts',
    change: replaceReturn('texts', 'checkAll'),
    spec: 'refusal-faults.spec.ts',
    test: 'cleans each text of a list, and tells the place of each fault',
  },
  {
    name: 'known issue: who is off duty is written to that it lapsed',
    in: 'notifications: SendLapsedIssues.compose',
    change: replaceValue('this.directory.officialById(id)', 'onDuty'),
    spec: lapsedLetters,
    test: 'is not written to one who is off duty meanwhile, and not of what lapsed long ago or without its time',
  },
  {
    name: 'known issue: officials are written to twice that the same promised time is over',
    in: 'notifications: PostgresLapsedIssues.add',
    change: replaceText('${body.official}', '${body.official}/${Math.random()}'),
    spec: lapsedLetters,
    test: 'is written to who is on duty and there, once for a promised time, whatever comes twice',
  },
];
