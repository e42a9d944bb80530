import { useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import type { PostingMeans } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { Button } from '../../parts/button.js';
import { dayIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { nextOutgoingNumber } from './post.queries.js';

const MEANS = ['REGISTERED_LETTER', 'LETTER', 'HANDED_OVER'] as const satisfies readonly PostingMeans[];

export interface PostingFields {
  readonly means: PostingMeans;
  /** Of a letter that has none of its own yet. */
  readonly number?: string;
  readonly sentOn: string;
  readonly track?: string;
  readonly address?: string;
}

interface PostingFormProps {
  /** The number on the sheet; absent for a letter from before letters were numbered with their signature. */
  readonly own: string | undefined;
  /** How many letters were recorded on this screen: with each the next number is another. */
  readonly recorded: number;
  /** No address of its addressee is known: it is said where the letter went, unless it is handed over. */
  readonly lacksAddress: boolean;
  readonly onRecord: (fields: PostingFields) => void;
}

/** The row of the register of outgoing post: it is the proof that the answer was given. */
export function PostingForm({ own, recorded, lacksAddress, onRecord }: PostingFormProps) {
  const { zone } = useDistrict();
  const proposed = useProposedNumber(recorded, own === undefined);
  const today = dayIn(zone, Date.now());
  const [fields, setFields] = useState({
    means: MEANS[0] as PostingMeans,
    typed: undefined as string | undefined,
    sentOn: today,
    track: '',
    address: '',
  });
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<typeof fields>): void => setFields({ ...fields, ...part });
  const { means, typed, sentOn, track } = fields;
  const asksAddress = lacksAddress && means !== 'HANDED_OVER';
  const address = asksAddress ? fields.address.trim() : '';
  const number = own ?? typed ?? proposed ?? '';
  const record = (): void => {
    const posting = {
      means,
      number: number.trim(),
      sentOn,
      ...given({ track: means === 'REGISTERED_LETTER' ? track : '', address }),
    };
    if (!isWhole(posting, asksAddress)) return setMissing(true);
    const { number: _, ...known } = posting;
    onRecord(own === undefined ? posting : known);
  };
  return (
    <form
      noValidate
      className="d-form posting"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <Means means={means} onChange={(next) => change({ means: next })} />
      <Numbered own={own} number={number} proposed={proposed} onChange={(next) => change({ typed: next })} />
      <Field label={t('post.sentOn')} type="date" value={sentOn} onChange={(next) => change({ sentOn: next })} />
      {means === 'REGISTERED_LETTER' && (
        <Field label={t('post.track')} value={track} max={40} onChange={(next) => change({ track: next })} />
      )}
      {asksAddress && (
        <Field
          label={t('post.address')}
          value={fields.address}
          max={500}
          onChange={(next) => change({ address: next })}
        />
      )}
      {isMissing && <Missing asksAddress={asksAddress} />}
      <Button keys="Control+Enter" onPress={record}>
        {t('post.send')}
      </Button>
    </form>
  );
}

export function Means(props: { readonly means: PostingMeans; readonly onChange: (means: PostingMeans) => void }) {
  return (
    <fieldset className="back">
      <legend className="d-label">{t('post.means')}</legend>
      {MEANS.map((one) => (
        <label key={one}>
          <input type="radio" name="means" checked={props.means === one} onChange={() => props.onChange(one)} />
          {t(`post.means${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface NumberedProps {
  readonly own: string | undefined;
  readonly number: string;
  readonly proposed: string | undefined;
  readonly onChange: (number: string) => void;
}

function Numbered({ own, number, proposed, onChange }: NumberedProps) {
  if (own !== undefined) return <p>{t('post.own', { number: own })}</p>;
  return (
    <>
      <Field label={t('post.number')} value={number} max={50} onChange={onChange} />
      {proposed !== undefined && number === proposed && <p className="muted">{t('post.proposed')}</p>}
    </>
  );
}

function Missing({ asksAddress }: { readonly asksAddress: boolean }) {
  return (
    <p className="attn" role="alert">
      {t(asksAddress ? 'post.missingAddress' : 'post.missing')}
    </p>
  );
}

/** What was typed, without blanks; a field that was left empty is not there. */
function given(fields: Readonly<Record<'track' | 'address', string>>): Partial<typeof fields> {
  const typed = Object.entries(fields).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}

function isWhole({ means, number, sentOn, track, address }: PostingFields, asksAddress: boolean): boolean {
  const isTracked = means !== 'REGISTERED_LETTER' || track !== undefined;
  return number !== '' && sentOn !== '' && isTracked && (!asksAddress || address !== undefined);
}

/** Undefined until it is known, and where there is none to follow. */
function useProposedNumber(recorded: number, isNeeded: boolean): string | undefined {
  const { code: district } = useDistrict();
  const query = operation(nextOutgoingNumber);
  const [{ data }, reload] = useQuery({
    query,
    variables: { district },
    requestPolicy: 'network-only',
    pause: !isNeeded,
  });
  useEffect(() => {
    if (recorded > 0 && isNeeded) reload({ requestPolicy: 'network-only' });
  }, [recorded, isNeeded, reload]);
  return data?.nextOutgoingNumber ?? undefined;
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly max?: number;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className="d-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="call-at"
        type={props.type ?? 'text'}
        maxLength={props.max}
        autoComplete="off"
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </div>
  );
}
