import { describe, expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import { MAX_HEARD, MAX_SUPPLEMENTS } from './appeal.commands.js';
import { appeal, type AppealCommand } from './appeal.decide.js';
import type { AppealEvent } from './appeal.js';

const account = '00000000-0000-5000-8000-0000000000ac';
const message = '00000000-0000-5000-8000-000000000007';
const thread = '00000000-0000-5000-8000-000000000077';
const source = { network: 'VK', account, kind: 'COMMENT', thread, message } as const;
const heard = { source, sourceRef: '{"id":"7"}' };
const file = { id: 'f', type: 'image/jpeg', size: 1, sha256: 's' };

const receive: AppealCommand = {
  type: 'ReceiveAppeal',
  receipt: 'R',
  regime: 'SOCIAL_MESSAGE',
  channel: 'NETWORK',
  person: 'p',
  ...heard,
  identified: false,
  text: 'На Лесной темно.',
  files: [],
  receivedAt: '',
  receivedOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  fingerprint: '',
};
const received = appeal.decide(receive, appeal.initialState);
const erased: AppealEvent = { type: 'PersonErased', person: 'p', ground: 'DEMANDED' };

function after(events: readonly AppealEvent[], command: AppealCommand): readonly AppealEvent[] | string {
  try {
    return appeal.decide(command, fold(appeal, events));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const edited = { type: 'EditedAtSource', text: 'Уже светло.', message, sourceRef: '{"id":"7"}' } as const;
const note = (commandId: string): AppealCommand => ({ type: 'NoteAtSource', seen: edited, commandId });
const supplement = (over: object = {}): AppealCommand => ({
  type: 'SupplementAppeal',
  text: 'И у нас.',
  files: [],
  commandId: 'c',
  ...heard,
  ...over,
});

describe('what happens to a message in its network', () => {
  it('is recorded beside the registered text, once for a command', () => {
    const first = after(received, note('c1'));
    expect(first).toEqual([{ ...edited, commandId: 'c1' }]);
    const events = [...received, ...(first as AppealEvent[])];
    expect(after(events, note('c1'))).toEqual([]);
    expect(after(events, note('c2'))).toHaveLength(1);
    expect(fold(appeal, events)).toMatchObject({ status: 'RECEIVED', published: { supplements: [] } });
  });

  it('is recorded whatever was decided, but not of an erased person', () => {
    for (const decision of [{ type: 'MarkedAsSpam', kind: 'BOT' }, { type: 'AppealWithdrawn' }] as const)
      expect(after([...received, decision], note('c'))).toHaveLength(1);
    expect(after([...received, erased], note('c'))).toBe('APPEAL_STATE_FORBIDS');
  });
});

const measure = (over: object = {}): AppealCommand => ({
  type: 'MeasureReactions',
  target: 'CITIZEN_MESSAGE',
  message,
  via: 'POLL',
  samples: [{ metric: 'LIKES', value: 40, quality: 'EXACT' }],
  observedAt: '2026-11-24T02:15:00.000Z',
  ...over,
});
const other = '00000000-0000-5000-8000-000000000099';

describe('what people did with a message in its network', () => {
  it('is recorded of the message, the post above it and our answer, and of no other', () => {
    expect(after(received, measure())).toEqual([{ ...measure(), type: 'ReactionsMeasured' }]);
    expect(after(received, measure({ target: 'SOURCE_POST', message: thread }))).toHaveLength(1);
    expect(after(received, measure({ target: 'OUR_ANSWER', message: other }))).toHaveLength(1);
    for (const foreign of [
      { message: other },
      { target: 'SOURCE_POST', message: other },
      { target: 'OUR_ANSWER', message },
    ])
      expect(after(received, measure(foreign))).toBe('APPEAL_STATE_FORBIDS');
  });

  it('changes nothing about the case, and is not recorded of an erased person', () => {
    const events = [...received, ...(after(received, measure()) as AppealEvent[])];
    expect(fold(appeal, events)).toEqual(fold(appeal, received));
    expect(after([...received, erased], measure())).toBe('APPEAL_STATE_FORBIDS');
  });
});

describe('a supplement from a network', () => {
  it('names its place and its author', () => {
    const other = { byApplicant: false, author: 'VK 5', authorName: 'Прохожий' };
    expect(after(received, supplement(other))).toEqual([
      { type: 'AppealSupplemented', text: 'И у нас.', files: [], commandId: 'c', ...heard, ...other },
    ]);
  });

  it('may come more often than one by the follow-up code, and with more files', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => added(`c${at}`));
    const added = (commandId: string) => ({ type: 'AppealSupplemented', text: 't', files: [], commandId }) as const;
    const bySite = { type: 'SupplementAppeal', text: 't', files: [], commandId: 'c' } as const;
    expect(after([...received, ...many(MAX_SUPPLEMENTS)], bySite)).toBe('TOO_MANY_SUPPLEMENTS');
    expect(after([...received, ...many(MAX_SUPPLEMENTS)], supplement())).toHaveLength(1);
    expect(after([...received, ...many(MAX_HEARD.supplements)], supplement())).toBe('TOO_MANY_SUPPLEMENTS');
    const album = Array.from({ length: MAX_HEARD.files }, () => file);
    expect(after(received, supplement({ files: album }))).toHaveLength(1);
    expect(after([], { ...receive, files: [...album, file] } as AppealCommand)).toBe('TOO_MANY_FILES');
  });
});
