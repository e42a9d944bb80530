import { beforeEach } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AppealSender, AppealState, Channel, Network, Regime, TermState } from '@otklik/contracts/enumerations';
import { indexedText } from '../domain/indexed-text.js';
import { parseQuery } from '../domain/query.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { IndexDocument, IndexedFacets, IndexWords, SearchIndex } from './search-index.js';
import type { Districts } from '../../register/application/list/register-reader.js';
import { searchTexts, type Language, type TextSearch } from './search-texts.js';

export interface IndexUnderTest {
  readonly index: SearchIndex & IndexWords;
  readonly language: Language;
}

export type MakeIndex = () => Promise<IndexUnderTest>;

interface Told {
  readonly state?: AppealState;
  readonly receivedOn?: string;
  readonly dueOn?: string;
  readonly topic?: string;
  readonly department?: string;
  readonly channel?: Channel;
  readonly settlement?: string;
  readonly term?: TermState;
  readonly regime?: Regime;
  readonly network?: Network;
  readonly rating?: number;
  readonly reopened?: number;
  readonly sentBy?: AppealSender;
  readonly receivedAt?: string;
}

const plain: Required<Omit<Told, 'dueOn' | 'network' | 'rating'>> = {
  state: 'REGISTERED',
  receivedOn: '2026-11-24',
  receivedAt: '2026-11-24T01:00:00.000Z',
  channel: 'SITE',
  settlement: 'aldan',
  topic: 'pits',
  department: 'roads',
  term: 'OPEN',
  reopened: 0,
  regime: 'SOCIAL_MESSAGE',
  sentBy: 'APPLICANT',
};

/** Of an appeal with one question. */
function facetsOf(told: Told = {}): IndexedFacets {
  const { receivedOn, receivedAt, topic, department, term, reopened, dueOn, ...of } = { ...plain, ...told };
  const due = dueOn === undefined ? {} : { dueOn, due: `${dueOn}T24:00` };
  return {
    receivedAt,
    appeal: { ...of, receivedOn, receivedMonth: receivedOn.slice(0, 7), ...due },
    questions: [{ questionState: 'ROUTED', responseState: 'OPEN', topic, department, term, reopened, ...due }],
  };
}

/** An index that is empty before each test, and what the contracts ask of it. Texts are called by labels. */
export function emptyIndex(make: MakeIndex) {
  let under: IndexUnderTest;
  let ids: Map<string, string>;
  beforeEach(async () => {
    under = await make();
    ids = new Map();
  });

  const index = (): IndexUnderTest['index'] => under.index;
  const idOf = (label: string): string => ids.get(label)!;
  const labelOf = (id: string): string => [...ids].find(([, known]) => known === id)?.[0] ?? id;

  function document(
    label: string,
    texts: readonly string[],
    over: Partial<Pick<IndexDocument, 'district' | 'version'>> & { readonly facets?: Told } = {},
  ): IndexDocument {
    const id = ids.get(label) ?? randomUUID();
    ids.set(label, id);
    return {
      district: 1,
      version: 1,
      ...over,
      id,
      text: indexedText(texts, under.language.analyse),
      facets: facetsOf(over.facets),
    };
  }

  const search = (text: string, over: Partial<TextSearch> = {}) =>
    searchTexts(under.index, under.language, {
      districts: [1],
      query: parseQuery(text),
      match: 'ALL',
      filter: {},
      offset: 0,
      limit: 20,
      ...over,
    });

  async function found(text: string, filter: RegisterFilter = {}, districts: Districts = [1]): Promise<string[]> {
    return (await search(text, { filter, districts })).hits.map(({ id }) => labelOf(id));
  }

  async function fill(): Promise<void> {
    await index().put([
      document('pit', ['Огромная яма на дороге у школы', 'улица Лесная']),
      document('water', ['Третий день нет горячей воды в доме', 'посёлок Нижний'], {
        facets: {
          department: 'housing',
          topic: 'water',
          state: 'ANSWERED',
          receivedOn: '2026-10-02',
          term: 'KEPT',
          rating: 5,
          network: 'VK',
        },
      }),
      document('lamp', ['Не горят фонари, вечером дети идут из школы в темноте'], {
        facets: {
          department: 'roads',
          topic: 'light',
          dueOn: '2026-11-20',
          channel: 'PHONE',
          settlement: 'tommot',
          regime: 'APPEAL_59FZ',
          sentBy: 'DEPUTY',
          reopened: 2,
        },
      }),
      document('sakha', ['Үлэһит көмө наада, быһаарыҥ диэн көрдөһөбүн']),
      document('theirs', ['Огромная яма на дороге и секретный уникум, нет воды'], { district: 2 }),
    ]);
  }

  return { index, idOf, labelOf, document, search, found, fill };
}
