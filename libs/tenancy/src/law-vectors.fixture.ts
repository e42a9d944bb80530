/** The day from which the vectors count: a Tuesday; of hours from nine in the morning in Yakutsk. */
export const vectorStart = { on: '2026-11-24', zone: 'Asia/Yakutsk', at: '2026-11-24T00:00:00.000Z' };

export interface LawVector {
  readonly rule: string;
  readonly source: string;
  readonly dueOn: string;
  readonly dueAt?: string;
}

/** Where each term of `deploy/law` ends, counted by hand. */
export const lawVectors: readonly LawVector[] = [
  { rule: 'REG', source: '59-ФЗ, ст. 8 ч. 2', dueOn: '2026-11-27' },
  { rule: 'FWD', source: '59-ФЗ, ст. 8 ч. 3', dueOn: '2026-12-01' },
  { rule: 'COMPLAINT', source: '59-ФЗ, ст. 8 ч. 7', dueOn: '2026-12-01' },
  // The 29th is a Sunday.
  { rule: 'FWD-MIG', source: '59-ФЗ, ст. 8 ч. 3.1', dueOn: '2026-11-30' },
  { rule: 'ANS', source: '59-ФЗ, ст. 12 ч. 1', dueOn: '2026-12-24' },
  { rule: 'EXT', source: '59-ФЗ, ст. 12 ч. 2', dueOn: '2026-12-24' },
  { rule: 'REQ', source: '59-ФЗ, ст. 10 ч. 2', dueOn: '2026-12-09' },
  { rule: 'COURT', source: '59-ФЗ, ст. 11 ч. 2', dueOn: '2026-12-01' },
  { rule: 'UNREADABLE', source: '59-ФЗ, ст. 11 ч. 4', dueOn: '2026-12-01' },
  { rule: 'UNCLEAR', source: '59-ФЗ, ст. 11 ч. 4.1', dueOn: '2026-12-01' },
  { rule: 'PUBLISHED', source: '59-ФЗ, ст. 11 ч. 5.1', dueOn: '2026-12-01' },
  { rule: 'ORAL', source: '59-ФЗ, ст. 13', dueOn: '2026-12-24' },
  {
    rule: 'SOC-9H',
    source: 'Порядки регионов, Севастополь и Крым, 2020, обычное',
    dueOn: '2026-11-25',
    dueAt: '2026-11-25T01:00:00.000Z',
  },
  {
    rule: 'SOC-4H',
    source: 'Порядки регионов, Севастополь и Крым, 2020, повышенной важности',
    dueOn: '2026-11-24',
    dueAt: '2026-11-24T04:00:00.000Z',
  },
  {
    rule: 'SOC-FINAL',
    source: 'Порядки регионов, Севастополь, 2020, после предварительного ответа',
    dueOn: '2026-12-03',
  },
  {
    rule: 'SOC-8H',
    source: 'Порядки регионов, Якутия, 2019, предварительный ответ',
    dueOn: '2026-11-24',
    dueAt: '2026-11-24T08:00:00.000Z',
  },
  { rule: 'SOC-24H', source: 'Порядки регионов, Сахалин', dueOn: '2026-11-25', dueAt: '2026-11-25T00:00:00.000Z' },
  { rule: 'SOC-DAY', source: 'Порядки регионов, Алдан, 2019, в тот же рабочий день', dueOn: '2026-11-24' },
  { rule: 'MOD', source: 'Порядки регионов, порядок района', dueOn: '2026-11-24', dueAt: '2026-11-24T04:00:00.000Z' },
];
