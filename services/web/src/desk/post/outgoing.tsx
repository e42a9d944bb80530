import { useCallback, useMemo } from 'react';
import { useClient } from 'urql';
import { useAddress } from '../../frame/address.js';
import { useDistrict } from '../../frame/district.js';
import { readNow } from '../../frame/graphql-client.js';
import { JournalSheet } from '../../frame/journal/journal-sheet.js';
import type { JournalAsk } from '../../frame/journal/use-journal.js';
import type { LetterCourse, NoticeKind, NoticeWay } from '../../generated/graphql.js';
import { t } from '../../words/words.js';
import type { NamedPrint } from '../../frame/journal/use-named.js';
import { outgoingColumns, type OutgoingEntry } from './outgoing-columns.js';
import { outgoingDocument } from './outgoing.queries.js';
import './outgoing.css';

const CHOICES = {
  way: ['EMAIL', 'PAPER', 'ORAL', 'PAGE', 'THREAD', 'DIRECT', 'OPEN311'],
  course: ['WAITING', 'SENT', 'ON_ITS_WAY', 'DELIVERED', 'RETURNED', 'ANNULLED'],
  kind: [
    ...['ANSWERED', 'REGISTERED', 'FORWARDED', 'COVERING', 'REQUEST', 'INFORMING', 'EXTENDED', 'INTERIM_ANSWER'],
    ...['LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED', 'REOPENED', 'REOPENING_DECIDED', 'REPLIED', 'DUPLICATE'],
    ...['STRUCK', 'CONSENT_WITHDRAWN', 'HOW_TO_APPEAL'],
  ] as NoticeKind[],
} as const satisfies {
  readonly way: readonly NoticeWay[];
  readonly course: readonly LetterCourse[];
  readonly kind: readonly NoticeKind[];
};

/** A letter to a body names the body in its own column. */
const NAMED: NamedPrint<OutgoingEntry> = {
  printed: 'OUTGOING_REGISTER',
  appealOf: ({ appeal, notice }) => (notice.body === null ? appeal.id : undefined),
  after: 'addressee',
};

/** The outgoing register: which letters of all ways have a number of some days, how they went, and what proves it. */
export function Outgoing() {
  const { code, zone } = useDistrict();
  const columns = useMemo(() => outgoingColumns(code, zone), [code, zone]);
  return (
    <JournalSheet
      title={t('outgoing.title')}
      heading={t('outgoing.heading')}
      label={t('outgoing.sheet')}
      fileName={t('outgoing.fileName')}
      note={t('outgoing.noNames')}
      columns={columns}
      named={NAMED}
      filters={<Filters />}
      read={useLetters(code)}
    />
  );
}

function Filters() {
  return (
    <>
      <Choice name="way" of={CHOICES.way.map((one) => [one, t(`outgoing.way${one}`)])} />
      <Choice name="course" of={CHOICES.course.map((one) => [one, t(`outgoing.course${one}`)])} />
      <Choice name="kind" of={CHOICES.kind.map((one) => [one, t(`post.kind${one}`)])} />
    </>
  );
}

function Choice({
  name,
  of,
}: {
  readonly name: keyof typeof CHOICES;
  readonly of: readonly (readonly [string, string])[];
}) {
  const { get, set } = useAddress();
  return (
    <select
      className="d-field j-choice"
      aria-label={t(`outgoing.choose_${name}`)}
      value={get(name)}
      onChange={({ target }) => set({ [name]: target.value }, { replace: true })}
    >
      <option value="">{t(`outgoing.any_${name}`)}</option>
      {of.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** A value that the address does not know restricts nothing. */
function chosen<Value extends string>(values: readonly Value[], given: string): Value[] | null {
  const found = values.filter((one) => one === given);
  return found.length === 0 ? null : found;
}

function useLetters(district: string) {
  const client = useClient();
  const { get } = useAddress();
  const [way, course, kind] = [get('way'), get('course'), get('kind')];
  return useCallback(
    async (ask: JournalAsk) => {
      const ways = chosen<NoticeWay>(CHOICES.way, way);
      const courses = chosen<LetterCourse>(CHOICES.course, course);
      const kinds = chosen<NoticeKind>(CHOICES.kind, kind);
      // A letter that was recorded a moment ago is included, whatever was read before.
      const variables = { district, ways, courses, kinds, ...ask };
      const { nodes, pageInfo } = (await readNow(client, outgoingDocument, variables)).outgoingRegister;
      return { rows: nodes.map((node) => ({ ...node, id: node.notice.id })), ...pageInfo };
    },
    [client, district, way, course, kind],
  );
}
