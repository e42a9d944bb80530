import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { FormError, FormValues } from './form-values.js';
import { Field, Wrong } from './parts.js';
import type { Speech } from './words/index.js';

/** Whether residents can sign in here, and whether this one has. */
export interface SignInState {
  /** The issuer's name for the reader. */
  readonly provider: string;
  readonly signedIn: { readonly name?: string | undefined } | undefined;
}

interface KindProps {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly signIn?: SignInState | undefined;
}

/** A message, or an appeal under 59-FZ: what it is follows from whether its sender is identified (art. 4). */
export function Kind(props: KindProps) {
  const { say } = props.speech;
  const { signIn } = props;
  if (!signIn)
    return (
      <div className="field">
        <p className="hint">{say('form.kind.only')}</p>
      </div>
    );
  return <KindChoice {...props} signIn={signIn} />;
}

function KindChoice({ district, speech, values, errors, signIn }: KindProps & { readonly signIn: SignInState }) {
  const { say } = speech;
  const wrong = errors.filter(({ field }) => field === 'kind-appeal');
  const chosen = values.kind === '' ? (signIn.signedIn ? 'appeal' : 'message') : values.kind;
  const described = wrong.length > 0 ? ({ 'aria-invalid': true, 'aria-describedby': 'kind-appeal-e' } as const) : {};
  return (
    <fieldset className={wrong.length > 0 ? 'field wrong' : 'field'}>
      <legend>{say('form.kind')}</legend>
      <Wrong id="kind-appeal" errors={wrong} speech={speech} />
      <label className="check">
        <input type="radio" name="kind" value="message" defaultChecked={chosen === 'message'} />
        <span>
          <b>{say('form.kind.message')}</b>
          <span className="hint line">{say('form.kind.messageHint')}</span>
        </span>
      </label>
      <label className="check">
        <input
          id="kind-appeal"
          type="radio"
          name="kind"
          value="appeal"
          defaultChecked={chosen === 'appeal'}
          {...described}
        />
        <span>
          <b>{say('kind.appeal')}</b>
          <span className="hint line">
            {signIn.signedIn ? null : `${say('kind.appealHint', { provider: signIn.provider })} `}
            {say('kind.appealTerm')}
          </span>
        </span>
      </label>
      <Identity district={district} speech={speech} signedIn={signIn.signedIn} />
    </fieldset>
  );
}

function Identity({
  district,
  speech,
  signedIn,
}: Pick<KindProps, 'district' | 'speech'> & Pick<SignInState, 'signedIn'>) {
  const { say } = speech;
  if (!signedIn)
    return (
      <p className="kind-act">
        {/* In another tab, so that what is written here stays, also without a script. */}
        <a
          className="button"
          href={`/session/resident/sign-in?to=/${district.code}/signed-in`}
          target="_blank"
          rel="noreferrer"
        >
          {say('kind.signIn')}
        </a>
      </p>
    );
  const { name } = signedIn;
  return (
    <p className="kind-act" translate="no">
      {name === undefined ? say('kind.signedInNameless') : say('kind.signedIn', { name })}{' '}
      <a href={`/${district.code}/mine`}>{say('mine.all')}</a>{' '}
      <button className="link" form="sign-out">
        {say('kind.signOut')}
      </button>
    </p>
  );
}

/** Hidden where an appeal bears the name that the issuer gave. */
export function Name({ speech, values, errors, signIn }: KindProps) {
  return (
    <div className={signIn?.signedIn?.name === undefined ? undefined : 'own-name'}>
      <Field id="name" label={speech.say('form.name')} optional speech={speech} errors={errors}>
        {(described) => (
          <input {...described} name="name" maxLength={200} autoComplete="name" defaultValue={values.name} />
        )}
      </Field>
    </div>
  );
}

/** Beside the form of the message, since forms do not nest. */
export function SignOut({ district, signIn }: Pick<KindProps, 'district' | 'signIn'>) {
  if (!signIn?.signedIn) return null;
  return (
    <form method="post" action="/session/resident/sign-out" id="sign-out">
      <input type="hidden" name="to" defaultValue={`/${district.code}/write`} />
    </form>
  );
}
