import { Link } from 'wouter';
import { language } from '../words/words.js';
import { MIN_COMPARED, shareOf } from './rate.js';

interface IntervalProps {
  readonly part: number;
  readonly whole: number;
  /** Of fewer nothing is said. */
  readonly least?: number;
  readonly href?: string;
}

/** A share, and between what chance alone may move it. */
export function Interval({ part, whole: all, least = MIN_COMPARED, href }: IntervalProps) {
  const of = all < least ? undefined : shareOf(part, all);
  if (!of) return <span className="muted">—</span>;
  const bounds = `${hundredths(of.low)}–${hundredths(of.high)}`;
  return (
    <>
      {href === undefined ? percent(part, all) : <Link href={href}>{percent(part, all)}</Link>}{' '}
      <span className="muted small">{bounds}</span>
    </>
  );
}

export function percent(part: number, all: number): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return all === 0 ? '—' : format.format(part / all);
}

/** Of a bound of a share: «72» */
function hundredths(share: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(share * 100);
}
