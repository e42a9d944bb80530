import { useState } from 'react';
import { useClient } from 'urql';
import { useSender } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import type { ApplicantLinkGround } from '../../generated/enumerations.js';
import { Form } from '../../parts/form.js';
import { LabelledChoice, LabelledLine } from '../../parts/labelled.js';
import { Problem } from '../../parts/problem.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import type { File } from './file-side.js';
import { appealOfNumberDocument, joinApplicantsDocument, partApplicantsDocument } from './people.queries.js';

type Filed = File['appeals'][number];

interface OnePersonProps {
  readonly file: File;
  readonly appeal: string;
  readonly onChanged: (consistencyToken: string) => void;
}

const JOINED_BY = ['DOCUMENT', 'SAID', 'NAME_AND_ADDRESS'] as const satisfies readonly ApplicantLinkGround[];
const PARTED_BY = ['FAMILY', 'DOCUMENT', 'SAID'] as const satisfies readonly ApplicantLinkGround[];

/** What officials joined and parted; each act undoes the other. */
export function OnePerson({ file, appeal, onChanged }: OnePersonProps) {
  const mayUse = useMayUse();
  const { code: district } = useDistrict();
  const { send, problem } = useSender();
  const links = linksOf(file.appeals);
  const own = file.appeals.find(({ row }) => row.id === appeal);
  const of = ({ row }: Filed) => ({ district, id: row.id, key: newKey(), expectedVersion: row.version });
  const join = async (one: Filed, ground: ApplicantLinkGround, other?: string): Promise<void> => {
    const input = { ...of(one), ground, ...(other !== undefined && { with: other }) };
    const done = await send(joinApplicantsDocument, { input });
    if (done) onChanged(done.consistencyToken);
  };
  const part = async (one: Filed, ground: ApplicantLinkGround, other?: string): Promise<void> => {
    const input = { ...of(one), ground, ...(other !== undefined && { from: other }) };
    const done = await send(partApplicantsDocument, { input });
    if (done) onChanged(done.consistencyToken);
  };
  if (!own || !mayUse('joinApplicants')) return null;
  return (
    <section>
      <h2>{t('people.onePerson')}</h2>
      <p className="muted">{t('people.onePersonWords')}</p>
      <ul>
        {links.map(([one, other]) => (
          <li key={`${one.row.id} ${other.row.id}`}>
            {t('people.linked', { number: shortNumber(one.row), other: shortNumber(other.row) })}
            <button type="button" className="d-link" onClick={() => void part(one, 'MISTAKE', other.row.id)}>
              {t('people.part')}
            </button>
          </li>
        ))}
        {file.appeals
          .filter(({ apart }) => apart)
          .map((one) => (
            <li key={one.row.id}>
              {t('people.apartNote', { number: shortNumber(one.row) })}
              <button type="button" className="d-link" onClick={() => void join(one, 'MISTAKE')}>
                {t('people.backDo')}
              </button>
            </li>
          ))}
      </ul>
      <Problem problem={problem} />
      <JoinForm file={file} onJoin={(other, ground) => join(own, ground, other)} />
      <PartForm appeals={file.appeals} onPart={(one, ground) => part(one, ground)} />
    </section>
  );
}

/** Each once, though both appeals tell it. */
function linksOf(appeals: readonly Filed[]): readonly (readonly [Filed, Filed])[] {
  return appeals.flatMap((one, at) =>
    appeals.slice(at + 1).flatMap((other) => (one.joined.includes(other.row.id) ? [[one, other] as const] : [])),
  );
}

interface JoinProps {
  readonly file: File;
  readonly onJoin: (other: string, ground: ApplicantLinkGround) => Promise<void>;
}

function JoinForm({ file, onJoin }: JoinProps) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [number, setNumber] = useState('');
  const [ground, setGround] = useState<ApplicantLinkGround | ''>('');
  const [fault, setFault] = useState<'joinUnknown' | 'joinThere'>();
  const send = async (): Promise<void> => {
    if (ground === '') return;
    const variables = { district, number: number.trim() };
    const { data } = await client.query(operation(appealOfNumberDocument), variables).toPromise();
    const found = data?.appeals.nodes ?? [];
    const [one, ...more] = found;
    if (!one || more.length > 0) return setFault(data && 'joinUnknown');
    // A link beside the same contact would be undone without an end.
    if (file.appeals.some(({ row }) => row.id === one.id)) return setFault('joinThere');
    setFault(undefined);
    await onJoin(one.id, ground);
    setNumber('');
  };
  return (
    <Form className="d-form" onSubmit={() => void send()}>
      <LabelledLine label={t('people.joinWith')} name="with" required value={number} onValue={setNumber} />
      <GroundChoice of={JOINED_BY} value={ground} onValue={setGround} />
      {fault && <p className="attn">{t(`people.${fault}`)}</p>}
      <button className="d-button">{t('people.joinDo')}</button>
    </Form>
  );
}

interface PartFormProps {
  readonly appeals: readonly Filed[];
  readonly onPart: (one: Filed, ground: ApplicantLinkGround) => Promise<void>;
}

/** One contact of several people: an appeal leaves it. */
function PartForm({ appeals, onPart }: PartFormProps) {
  const [id, setId] = useState('');
  const [ground, setGround] = useState<ApplicantLinkGround | ''>('');
  const offered = appeals.filter(({ apart }) => !apart);
  if (offered.length < 2) return null;
  const send = (): void => {
    const one = offered.find(({ row }) => row.id === id);
    if (one && ground !== '') void onPart(one, ground);
  };
  return (
    <details>
      <summary>{t('people.apart')}</summary>
      <Form className="d-form" onSubmit={send}>
        <LabelledChoice
          label={t('people.apartWhich')}
          name="apart"
          required
          none={t('people.noReason')}
          of={offered.map(({ row }) => [row.id, shortNumber(row)] as const)}
          value={id}
          onValue={setId}
        />
        <GroundChoice of={PARTED_BY} value={ground} onValue={setGround} />
        <button className="d-button">{t('people.apartDo')}</button>
      </Form>
    </details>
  );
}

interface GroundProps {
  readonly of: readonly ApplicantLinkGround[];
  readonly value: ApplicantLinkGround | '';
  readonly onValue: (ground: ApplicantLinkGround | '') => void;
}

function GroundChoice({ of, value, onValue }: GroundProps) {
  return (
    <LabelledChoice
      label={t('people.ground')}
      name="ground"
      required
      none={t('people.noReason')}
      of={of.map((one) => [one, t(`people.ground${one}`)] as const)}
      value={value}
      onValue={onValue}
    />
  );
}
