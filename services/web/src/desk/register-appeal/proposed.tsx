import { useQuery } from 'urql';
import type { Channel, Regime } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { endOfTerm } from '../../parts/dates.js';
import { reasonWords } from '../../parts/reason-words.js';
import { useSettled } from '../../parts/use-settled.js';
import { t } from '../../words/words.js';
import { registrationProposal } from './register-appeal.queries.js';

interface Proposable {
  readonly text: string;
  readonly channel: Channel;
  readonly regime: Regime;
  readonly settlement: string | undefined;
  /** The topic that the applicant chose. */
  readonly topic?: string | undefined;
}

const TYPING_PAUSE_MS = 600;

/** Topic, department and term that the district's rules will give; undefined until there is a text. */
export function useProposal({ text, channel, regime, settlement, topic }: Proposable) {
  const { code: district } = useDistrict();
  const settled = useSettled(text.trim(), TYPING_PAUSE_MS);
  const input = {
    district,
    text: settled,
    channel,
    regime,
    ...(settlement && { settlement }),
    ...(topic && { topic }),
  };
  const [{ data }] = useQuery({
    query: operation(registrationProposal),
    variables: { input },
    pause: settled === '',
    requestPolicy: 'cache-first',
  });
  return settled === '' ? undefined : data?.routeProposal;
}

/** Where the question will go and by when it must be answered, with the reason under it. */
export function Proposed(props: Proposable) {
  const { zone } = useDistrict();
  const proposal = useProposal(props);
  const { deadline, department, reason, topic } = proposal ?? {};
  return (
    <div aria-live="polite">
      <p className="d-label">{t('registration.proposed')}</p>
      <h2>{topic?.name ?? t(proposal ? 'registration.noRule' : 'registration.noText')}</h2>
      {department && <p>{department.name}</p>}
      {reason && <Reason reason={reason} text={props.text} />}
      {deadline && (
        <p>
          {t('registration.answerBy')} <b className="num">{endOfTerm(deadline, zone)}</b>{' '}
          <span className="muted small">{deadline.source}</span>
        </p>
      )}
    </div>
  );
}

function Reason(props: {
  readonly reason: NonNullable<NonNullable<ReturnType<typeof useProposal>>['reason']>;
  readonly text: string;
}) {
  const { by, words } = props.reason;
  if (by === 'APPLICANT') return <p className="muted small">{t('moderation.applicantChose')}</p>;
  if (words.length === 0) return null;
  return <p className="muted small">{t('registration.reason', reasonWords(words, props.text))}</p>;
}
