import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { ReplyPathsQuery } from '../../../generated/graphql.js';
import { momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { pathsDocument } from './reply.queries.js';

type Path = ReplyPathsQuery['answerPaths'][number];

interface PathsProps {
  readonly question: string;
  /** Characters of the answer. */
  readonly length: number;
}

/** Of a message from a network, before the answer leaves: where it goes, until when, and in how many parts. */
export function AnswerPaths({ question, length }: PathsProps) {
  const { code: district, zone } = useDistrict();
  const [{ data }] = useQuery({ query: operation(pathsDocument), variables: { district, question } });
  const paths = data?.answerPaths ?? [];
  const first = paths.find(({ possible }) => possible);
  if (!paths.some(({ network }) => network)) return null;
  const max = first?.max ?? undefined;
  return (
    <p className="muted answer-paths">
      {t('card.paths', { ways: paths.map((path) => pathWords(path, zone)).join(t('card.pathsThen')) })}
      {first?.public && ` ${t('card.pathsPublic')}`}
      {max !== undefined && length > max && ` ${t('card.pathsParts', { count: Math.ceil(length / max), max })}`}
    </p>
  );
}

function pathWords({ way, network, since, until, possible, reason }: Path, zone: string): string {
  const name = network ? t(`parts.networkLong${network}`) : '';
  const where = t(`card.pathWay${way}`, { name });
  const at = since ? momentIn(zone, since) : '';
  if (!possible) return `${where} (${t(`card.pathNot${reason ?? 'NOT_SUPPORTED'}`, { at })})`;
  return until ? `${where} (${t('card.pathUntil', { at: momentIn(zone, until) })})` : where;
}
