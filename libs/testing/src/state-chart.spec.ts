import { expect, it } from '@jest/globals';
import { refuse, type Decider } from '@otklik/kernel';
import { stateChart, type Samples } from './state-chart.js';

type Status = 'NONE' | 'OPEN' | 'SHUT';
type Command = { readonly type: 'Open' } | { readonly type: 'Note' } | { readonly type: 'Shut' };
type Event = { readonly to: Status; readonly notes: number };
interface Door {
  readonly status: Status;
  readonly notes: number;
}

const door: Decider<Door, Command, Event> = {
  initialState: { status: 'NONE', notes: 0 },
  evolve: (_, { to, notes }) => ({ status: to, notes }),
  decide({ type }, { status, notes }) {
    if (type === 'Open') return status === 'NONE' ? [{ to: 'OPEN', notes }] : [];
    if (status !== 'OPEN') return refuse('NOT_FOUND');
    if (type === 'Shut') return [{ to: 'SHUT', notes }];
    return notes === 0 ? [{ to: 'OPEN', notes: 1 }] : [];
  },
};
const samples: Samples<Command> = { Open: [{ type: 'Open' }], Note: [{ type: 'Note' }], Shut: [{ type: 'Shut' }] };

it('shows every status with every command: what follows, what stays, what is refused', () => {
  const chart = stateChart('A door', { decider: door, samples, ends: ['SHUT'] });
  expect(chart).toContain('  [*] --> OPEN: Open\n  OPEN --> SHUT: Shut\n```');
  expect(chart).toContain('| Open | **OPEN** | – | – |');
  expect(chart).toContain('| Note | NOT_FOUND | stays, – | NOT_FOUND |');
  expect(chart).toContain('| Shut | NOT_FOUND | **SHUT** | NOT_FOUND |');
});

it('fails when nothing leaves a status that is not declared as an end, and when an end is left', () => {
  expect(() => stateChart('A door', { decider: door, samples, ends: [] })).toThrow('statuses that nothing leaves');
  expect(() => stateChart('A door', { decider: door, samples, ends: ['SHUT', 'OPEN'] })).toThrow('nothing leaves');
});

it('fails when the samples never stop changing the state', () => {
  const endless = { ...door, decide: (_: Command, { notes }: Door) => [{ to: 'OPEN', notes: notes + 1 } as const] };
  expect(() => stateChart('A door', { decider: endless, samples, ends: [] })).toThrow(RangeError);
});
