import { scaleLinear } from 'd3-scale';
import { t } from '../words/words.js';

const WIDTH = 144;
const HEIGHT = 36;
const EDGE = 5;

/** Twelve weeks as a line, over the band of what is usual. */
export function WaveLine(props: { readonly weeks: readonly number[]; readonly from: number; readonly to: number }) {
  const { weeks, from, to } = props;
  const x = scaleLinear([0, Math.max(1, weeks.length - 1)], [EDGE, WIDTH - EDGE]);
  const y = scaleLinear([0, Math.max(1, to, ...weeks)], [HEIGHT - EDGE, EDGE]);
  const points = weeks.map((count, at) => `${x(at).toFixed(1)},${y(count).toFixed(1)}`).join(' ');
  const top = y(Math.max(to, from + 0.5));
  return (
    <svg
      className="wave-line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('analysis.weeksAre', { weeks: weeks.join(', ') })}
    >
      <rect className="band" x={EDGE} y={top} width={WIDTH - 2 * EDGE} height={Math.max(1, y(from) - top)} />
      <polyline points={points} />
      <circle cx={x(weeks.length - 1)} cy={y(weeks.at(-1) ?? 0)} r={3.5} />
    </svg>
  );
}
