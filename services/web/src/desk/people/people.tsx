import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { lookedFor, lookFor, type LookedFor } from '../../frame/looked-for.js';
import { useViewer } from '../../frame/viewer.js';
import type { ApplicantsQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { ChannelChip } from '../../parts/channel.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { DataTable } from '../../parts/data-table/data-table.js';
import { dayIn, fullDate, momentIn } from '../../parts/dates.js';
import { Form } from '../../parts/form.js';
import { gistOf } from '../../parts/gist.js';
import { LabelledLine } from '../../parts/labelled.js';
import { Problem } from '../../parts/problem.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { applicantsDocument } from './people.queries.js';
import { ReasonFields } from './reason-fields.js';
import './people.css';

type Found = ApplicantsQuery['applicants'];
type Person = Found['applicants'][number];
type Asked = LookedFor & { readonly reason: Exclude<LookedFor['reason'], ''> };

/** Who wrote, by name, telephone or address, all in one field. Each search is recorded with its reason. */
export function People() {
  const { zone } = useDistrict();
  const [typed, setTyped] = useState(lookedFor);
  const [asked, setAsked] = useState(() => askedOf(lookedFor()));
  const { found, problem, isRead, again } = useFound(asked);
  const [chosenId, setChosen] = useState<string>();
  const change = (changes: Partial<LookedFor>): void => {
    lookFor(changes);
    setTyped(lookedFor());
  };
  const persons = found?.applicants ?? [];
  const chosen = persons.find(({ latest }) => latest.id === chosenId) ?? persons[0];
  return (
    <main className="board" id="main">
      <div className="d-bar">
        <h1>{t('people.title')}</h1>
        <span className="muted">{t('people.about')}</span>
      </div>
      <Form className="people-form" role="search" onSubmit={() => setAsked(askedOf(typed))}>
        <LabelledLine
          label={t('people.words')}
          name="query"
          required
          autoFocus
          maxLength={200}
          value={typed.text}
          onValue={(text) => change({ text })}
        />
        <ReasonFields of={typed} onChange={change} />
        <button className="d-button">{t('people.find')}</button>
      </Form>
      <p role="status">{isRead && found && foundWords(found)}</p>
      <Problem problem={problem} onAgain={again} />
      <div className="people">
        <div>
          {persons.length > 0 && (
            <DataTable
              look="nums"
              className="is-folded"
              columns={personColumns(zone)}
              rows={persons}
              idOf={({ latest }) => latest.id}
              choice={{ id: chosen?.latest.id, onChoose: ({ latest }) => setChosen(latest.id) }}
            />
          )}
          <Hints />
        </div>
        {chosen && asked && <ToOpen person={chosen} asked={asked} />}
      </div>
    </main>
  );
}

function askedOf({ text, reason, details }: LookedFor): Asked | undefined {
  return text.trim() === '' || reason === '' ? undefined : { text: text.trim(), reason, details: details.trim() };
}

function useFound(asked: Asked | undefined) {
  const { code: district } = useDistrict();
  const [{ data, error, fetching }, again] = useQuery({
    query: operation(applicantsDocument),
    variables: { district, query: asked?.text ?? '', reason: asked?.reason ?? 'PERSON_CALLS' },
    pause: asked === undefined,
    requestPolicy: 'network-only',
  });
  const isRead = asked !== undefined && !fetching && !error;
  return { found: isRead ? data?.applicants : undefined, problem: error && failureOf(error), isRead, again };
}

function foundWords({ total, tooMany, similar }: Found): string {
  if (tooMany) return t('people.tooMany');
  if (total === 0) return t('people.none');
  return t(similar ? 'people.foundSimilar' : 'people.found', { count: total });
}

function personColumns(zone: string): readonly Column<Person>[] {
  return [
    column('person', t('people.person'), ({ initials }) => initials ?? t('people.noName'), {
      as: 'choice',
      phone: 'head',
      width: '7rem',
    }),
    column('phone', t('people.phone'), ({ phoneEnd }) => (phoneEnd ? `··· ${phoneEnd}` : '—'), { width: '5.5rem' }),
    column('total', t('people.total'), ({ total }) => total, { align: 'end', phone: 'named', width: '4rem' }),
    column('open', t('people.open'), ({ open }) => open, { align: 'end', phone: 'named', width: '5rem' }),
    column('latest', t('people.latest'), ({ latest }) => shortNumber(latest), {
      cell: ({ latest }) => (
        <>
          <span className="num">
            {shortNumber(latest)}, {fullDate(dayIn(zone, latest.receivedAt))}
          </span>{' '}
          <ChannelChip channel={latest.channel} /> {gistOf(latest.excerpt)}
        </>
      ),
    }),
  ];
}

/** What will be recorded is read before it is: the very line. */
function ToOpen({ person, asked }: { readonly person: Person; readonly asked: Asked }) {
  const { code, zone } = useDistrict();
  const { name } = useViewer();
  const [, go] = useLocation();
  const { initials, latest, total, open } = person;
  const reason = t(`people.reason${asked.reason}`);
  return (
    <aside className="people-open" aria-label={t('people.toOpen')}>
      <div>
        <p className="d-label">{t('people.toOpen')}</p>
        <h2>{initials ?? t('people.noName')}</h2>
        <p>{t('people.counts', { total, open })}</p>
        <p className="read">{gistOf(latest.excerpt)}</p>
      </div>
      <div>
        <p className="d-label">{t('people.willBeRecorded')}</p>
        <p>
          {t('people.record', { at: momentIn(zone, new Date().toISOString()), name })}{' '}
          {t('people.recordReason', { reason: asked.details === '' ? reason : `${reason}, «${asked.details}»` })}
        </p>
        <p className="muted">{t('people.whoSees')}</p>
      </div>
      <div className="peek-keys">
        <Button look="main" keys="Enter" onPress={() => go(`/desk/${code}/people/${latest.id}`)}>
          {t('people.openFile')}
        </Button>
      </div>
    </aside>
  );
}

function Hints() {
  const { code } = useDistrict();
  return (
    <div className="people-hints">
      <h2>{t('people.hints')}</h2>
      <ul>
        <li>{t('people.hintName')}</li>
        <li>{t('people.hintPhone')}</li>
        <li>{t('people.hintAddress')}</li>
        <li>
          <Link href={`/desk/${code}`}>{t('people.hintList')}</Link>
        </li>
      </ul>
    </div>
  );
}
