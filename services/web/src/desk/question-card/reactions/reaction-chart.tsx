import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, dayMonth, timeOfDay } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { isKnown, unbroken, type Known, type Sample, type Series } from './reaction-series.js';

const WIDTH = 430;
const HEIGHT = 130;
const LEFT = 36;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 106;
const HOUR_MS = 3_600_000;

type Point = readonly [at: number, value: number];

interface ChartProps {
  readonly series: Series;
  /** When our answer left. */
  readonly answeredAt: string | undefined;
}

/** From 0, by time. Measured values are thick; between two counts nothing was measured; at a hole the line breaks. */
export function ReactionChart({ series: { metric, samples }, answeredAt }: ChartProps) {
  const { zone } = useDistrict();
  const times = samples.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const [from, last] = [Math.min(...times), Math.max(...times)] as const;
  // The end of the axis: counts of a minute are no line across the picture.
  const to = Math.max(last, from + HOUR_MS);
  const most = Math.max(1, ...samples.filter(isKnown).map(({ value }) => value));
  const x = scaleLinear([from, to], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, most], [BOTTOM, TOP]).nice(3);
  const path = line<Point>(
    ([at]) => x(at),
    ([, value]) => y(value),
  );
  const isWithin = answeredAt !== undefined && Date.parse(answeredAt) >= from && Date.parse(answeredAt) <= to;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('card.reactionChart', { name: t(`card.reactionName${metric}`) })}
    >
      {y
        .ticks(3)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <path className="grid-line" d={`M${LEFT} ${y(tick)}H${WIDTH - RIGHT}`} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
      {isWithin && <Answered at={x(Date.parse(answeredAt))} />}
      {holesOf(samples).map(({ from: begin, to: end }) => (
        <rect
          key={begin}
          className="hole"
          x={x(Date.parse(begin))}
          y={TOP}
          width={Math.max(2, x(Date.parse(end)) - x(Date.parse(begin)))}
          height={BOTTOM - TOP}
        />
      ))}
      {unbroken(samples).map((run) => (
        <g key={run[0]!.from}>
          <path className="between" d={path(run.flatMap(ends)) ?? ''} />
          {run.map((sample) => (
            <g key={sample.from}>
              <path className="seen" d={path(ends(sample)) ?? ''} />
              <circle className="point" cx={x(Date.parse(sample.from))} cy={y(sample.value)} r={3} />
            </g>
          ))}
        </g>
      ))}
      <path className="axis" d={`M${LEFT} ${BOTTOM + 0.5}H${WIDTH - RIGHT}`} />
      <text x={LEFT} y={HEIGHT - 6}>
        {momentName(from, zone, to - from)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
        {momentName(to, zone, to - from)}
      </text>
    </svg>
  );
}

function Answered({ at }: { readonly at: number }) {
  const isLate = at > WIDTH - 80;
  return (
    <g>
      <path className="answered" d={`M${at} ${TOP}V${BOTTOM}`} />
      <text x={isLate ? at - 4 : at + 4} y={TOP + 10} textAnchor={isLate ? 'end' : 'start'}>
        {t('card.reactionAnswered')}
      </text>
    </g>
  );
}

function ends({ from, to, value }: Known): readonly Point[] {
  return [
    [Date.parse(from), value],
    [Date.parse(to), value],
  ];
}

/** From the hole to the next count. */
function holesOf(samples: readonly Sample[]): readonly Pick<Sample, 'from' | 'to'>[] {
  return samples.flatMap((sample, at) =>
    isKnown(sample) ? [] : [{ from: sample.from, to: samples[at + 1]?.from ?? sample.to }],
  );
}

/** Of one day its times, else the days. */
function momentName(at: number, zone: string, length: number): string {
  return length < 24 * HOUR_MS ? timeOfDay(at, zone) : dayMonth(dayIn(zone, at));
}
