import { describe, expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import fc from 'fast-check';
import { knownIssue, MAX_SHOWN_HOURS, type KnownIssueCommand, type OpenKnownIssue } from './known-issue.decide.js';
import type { KnownIssueEvent, KnownIssueState } from './known-issue.js';

const at = '2026-11-27T04:00:00.000Z';
const hoursLater = (hours: number, from = at): string => new Date(Date.parse(from) + hours * 3_600_000).toISOString();

const said = { title: 'Нет горячей воды: Алдан', text: 'Авария на теплотрассе. Воду дадут до 22:00.' };
const place = { topics: ['HEATING'], settlements: ['ALDAN'], until: hoursLater(9) };
const open: OpenKnownIssue = { type: 'OpenKnownIssue', ...said, ...place, at, found: [] };
const opened = { type: 'KnownIssueOpened', ...said, ...place } as const;
const lapsed = { type: 'KnownIssueLapsed', title: said.title, until: place.until } as const;
const ended = { type: 'KnownIssueEnded', done: 'Воду дали в 21:40.' } as const;
const end = { type: 'EndKnownIssue', done: 'Воду дали в 21:40.', at: hoursLater(8), found: [] } as const;
const update = { type: 'UpdateKnownIssue', at: hoursLater(1), found: [] } as const;

describe('a known issue', () => {
  it('is shown for 72 hours at most, and never until a time that is over', () => {
    specify(knownIssue).given().when(open).records(opened);
    const longest = hoursLater(MAX_SHOWN_HOURS);
    specify(knownIssue)
      .given()
      .when({ ...open, until: longest })
      .records({ ...opened, until: longest });
    for (const until of [at, hoursLater(-1), hoursLater(MAX_SHOWN_HOURS + 0.001), 'soon'])
      specify(knownIssue)
        .given()
        .when({ ...open, until })
        .refuses('ISSUE_UNTIL', { field: 'until' });
  });

  it('is prolonged with a reason, by 72 hours from then at most', () => {
    const until = hoursLater(30);
    const longer = { ...update, until };
    specify(knownIssue).given(opened).when(longer).refuses('ISSUE_NEEDS_REASON', { field: 'reason' });
    const reason = 'Ждём насос из Якутска.';
    specify(knownIssue)
      .given(opened)
      .when({ ...longer, reason })
      .records({ type: 'KnownIssueUpdated', text: said.text, until, reason });
    specify(knownIssue)
      .given(opened)
      .when({ ...longer, reason, until: hoursLater(74) })
      .refuses('ISSUE_UNTIL');
    specify(knownIssue)
      .given(opened)
      .when({ ...update, until: hoursLater(2) })
      .records({ type: 'KnownIssueUpdated', text: said.text, until: hoursLater(2) });
  });

  it('ends by itself when its time is over, and not before', () => {
    const over = { type: 'LapseKnownIssue', at: place.until } as const;
    specify(knownIssue).given(opened).when(over).records(lapsed);
    specify(knownIssue)
      .given(opened)
      .when({ ...over, at: hoursLater(8.99) })
      .recordsNothing();
    specify(knownIssue).given(opened, ended).when(over).recordsNothing();
  });

  it('is shown again once it is prolonged after its time', () => {
    const again = { ...update, at: hoursLater(10), until: hoursLater(20), reason: 'Ещё не дали.' };
    const { type: _, at: _at, found: _found, ...changed } = again;
    specify(knownIssue)
      .given(opened, lapsed)
      .when(again)
      .records({ type: 'KnownIssueUpdated', text: said.text, ...changed });
    specify(knownIssue)
      .given(opened, lapsed)
      .when(update)
      .records({ type: 'KnownIssueUpdated', text: said.text, until: place.until });
  });

  it('ends with what was done, also after its time, once', () => {
    specify(knownIssue).given(opened).when(end).records(ended);
    specify(knownIssue).given(opened, lapsed).when(end).records(ended);
    specify(knownIssue)
      .given(opened, ended)
      .when({ ...end, done: 'Не дали.' })
      .refuses('ISSUE_ENDED');
    specify(knownIssue).given(opened, ended).when(update).refuses('ISSUE_ENDED');
  });

  it('says nothing that may be personal data, in any of its texts', () => {
    const found = ['text'];
    specify(knownIssue)
      .given()
      .when({ ...open, found })
      .refuses('PERSONAL_DATA_FOUND', { field: 'text' });
    specify(knownIssue)
      .given(opened)
      .when({ ...update, text: 'x', found })
      .refuses('PERSONAL_DATA_FOUND');
    specify(knownIssue)
      .given(opened)
      .when({ ...end, found: ['done'] })
      .refuses('PERSONAL_DATA_FOUND', { field: 'done' });
  });

  it('must be opened first', () => {
    for (const command of [update, end, { type: 'LapseKnownIssue', at } as const])
      specify(knownIssue).given().when(command).refuses('NOT_FOUND');
  });
});

/** Any command, at any time of a week. */
const commands = (): fc.Arbitrary<KnownIssueCommand> => {
  const hour = fc.integer({ min: -2, max: 170 });
  const times = fc.record({ now: hour, more: fc.integer({ min: -5, max: 90 }) });
  const found = fc.constantFrom<readonly string[]>([], [], [], ['text']);
  const texts = fc.constantFrom('Чиним.', 'Чиним, до вечера.');
  return fc.oneof(
    fc.record({ times, found }).map(({ times: { now, more }, found: found_ }) => {
      const given = hoursLater(now);
      return { ...open, at: given, until: hoursLater(more, given), found: found_ } as const;
    }),
    fc
      .record({ times, found, text: texts, isLonger: fc.boolean(), reason: fc.constantFrom(undefined, 'Ждём насос.') })
      .map(({ times: { now, more }, text, isLonger, reason, ...given }) => ({
        ...({ type: 'UpdateKnownIssue', text, at: hoursLater(now), ...given } as const),
        ...(isLonger && { until: hoursLater(more, hoursLater(now)) }),
        ...(reason !== undefined && { reason }),
      })),
    fc.record({ now: hour, found }).map(({ now, found: found_ }) => ({ ...end, at: hoursLater(now), found: found_ })),
    hour.map((now) => ({ type: 'LapseKnownIssue', at: hoursLater(now) }) as const),
  );
};

it('keeps the rules of its end, whatever comes in whatever order', () => {
  fc.assert(
    fc.property(fc.array(commands(), { maxLength: 14 }), (given) => {
      const sorted = given.toSorted((one, other) => one.at.localeCompare(other.at));
      const events: KnownIssueEvent[] = [];
      for (const command of sorted) {
        const before = fold(knownIssue, events);
        const made = decided(command, events);
        for (const event of made) demandLawful(event, command, before);
        events.push(...made);
        // The same command again, on what it led to.
        expect(decided(command, events)).toEqual([]);
      }
      expect(events.filter(({ type }) => type === 'KnownIssueEnded').length).toBeLessThanOrEqual(1);
      expect(events.slice(0, -1).map(({ type }) => type)).not.toContain('KnownIssueEnded');
    }),
    { numRuns: 2_000 },
  );
});

function demandLawful(event: KnownIssueEvent, command: KnownIssueCommand, state: KnownIssueState): void {
  if ('found' in command) expect(command.found).toEqual([]);
  if (event.type === 'KnownIssueLapsed') return demandOver(command.at, state);
  if ('until' in event) {
    const hours = (Date.parse(event.until) - Date.parse(command.at)) / 3_600_000;
    expect(hours).toBeGreaterThan(0);
    expect(hours).toBeLessThanOrEqual(72);
  }
  if (event.type === 'KnownIssueUpdated' && state.status !== 'NONE' && event.until > state.until)
    expect(event.reason).toBeDefined();
  if (event.type === 'KnownIssueEnded') expect(event.done).not.toBe('');
}

function demandOver(at: string, state: KnownIssueState): void {
  expect(state.status).toBe('LIVE');
  if (state.status !== 'NONE') expect(state.until <= at).toBe(true);
}

function decided(command: KnownIssueCommand, events: readonly KnownIssueEvent[]): readonly KnownIssueEvent[] {
  try {
    return knownIssue.decide(command, fold(knownIssue, events));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
