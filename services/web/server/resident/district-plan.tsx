import { markAt, MARK, placeNames } from '../maps/plan-names.js';
import { planOf, type PlanSize } from '../maps/plan.js';
import type { PublicPlace } from './public-places.js';
import { subjectAddress } from './subject-address.js';
import type { Speech } from './words/index.js';

type DrawnPlace = PublicPlace & { readonly point: NonNullable<PublicPlace['point']> };

interface PlanProps {
  readonly district: string;
  readonly places: readonly DrawnPlace[];
  readonly speech: Speech;
}

/** A phone's column is too narrow for a plan that is made smaller: it has a plan of its own. */
const SIZES: Readonly<Record<'wide' | 'narrow', PlanSize>> = {
  wide: { width: 576, height: 440 },
  narrow: { width: 340, height: 520 },
};
/** Of names, which are 16 units large. */
const LETTER = { width: 8.6, height: 20 };

export const planStyle = `
.plan{width:100%;height:auto;background:var(--ground);border:var(--hair)}.plan.narrow{display:none}
@media (max-width:30rem){.plan.wide{display:none}.plan.narrow{display:block}}
.plan text{font-size:16px;fill:var(--ink)}
.plan circle{fill:var(--paper);stroke:var(--edge);stroke-width:2}
.plan a circle{stroke:var(--accent);stroke-width:3}
.plan .name{paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
.plan .count,.plan .mark text{font-weight:700}
.plan .mark rect{fill:var(--attention-wash);stroke:var(--attention);stroke-width:2}.plan .mark text{fill:var(--attention)}
.plan a:hover circle{fill:var(--wash)}
.plan a:focus-visible{outline:0}.plan a:focus-visible circle{stroke:var(--focus);stroke-width:5}.plan a:focus-visible .name{text-decoration:underline}
.map-vector{height:min(70vh,30rem);border:var(--hair)}
.map-vector .map-pin{min-width:2.75rem;height:2.75rem;border-radius:1.375rem;font-size:1rem;line-height:1.2}`.replaceAll(
  '\n',
  '',
);

/** A drawn plan of the district's settlements: in each circle how many answers, beside it what is known now. */
export function DistrictPlan(props: PlanProps) {
  return (
    <>
      <Drawn {...props} name="wide" />
      <Drawn {...props} name="narrow" />
    </>
  );
}

function Drawn({ district, places, speech, name }: PlanProps & { readonly name: keyof typeof SIZES }) {
  const size = SIZES[name];
  const circles = planOf(
    places.map((place) => ({ ...place, count: place.answers })),
    size,
  ).map(({ x, y, radius, place }) => ({
    place,
    x: Math.round(x),
    y: Math.round(y),
    radius: Math.round(radius),
    name: shortName(place.name),
    isMarked: place.issues.length > 0,
  }));
  const names = placeNames(circles, size, LETTER);
  return (
    <svg className={`plan ${name}`} viewBox={`0 0 ${size.width} ${size.height}`}>
      {circles.map((circle, at) => {
        const { code, answers, issues } = circle.place;
        const mark = <Mark circle={circle} called={names[at]!} />;
        if (answers === 0 && issues.length === 0) return <g key={code}>{mark}</g>;
        const label = speech.say('map.place', { place: circle.place.name, answers, issues: issues.length });
        return (
          <a key={code} href={subjectAddress(district, { of: 'places', code })}>
            <title>{label}</title>
            {mark}
          </a>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  readonly circle: {
    readonly place: PublicPlace;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  };
  readonly called: ReturnType<typeof placeNames>[number];
}

function Mark({ circle, called }: MarkProps) {
  const { place, name, x, y, radius } = circle;
  return (
    <>
      <circle cx={x} cy={y} r={radius} />
      {place.answers === 0 ? null : <Text className="count" x={x} y={y} anchor="middle" text={String(place.answers)} />}
      {place.issues.length === 0 ? null : <IssueMark at={markAt(circle)} count={place.issues.length} />}
      <Text className="name" {...called} text={name} />
    </>
  );
}

function IssueMark({ at, count }: { readonly at: { readonly x: number; readonly y: number }; readonly count: number }) {
  const [x, y] = [Math.round(at.x), Math.round(at.y)];
  return (
    <g className="mark">
      <rect x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} rx={3} />
      <Text x={x} y={y} anchor="middle" text={`!${count}`} />
    </g>
  );
}

interface TextProps {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly className?: string;
}

function Text({ x, y, anchor, text, className }: TextProps) {
  return (
    <text className={className} x={x} y={y} textAnchor={anchor} dominantBaseline="central">
      {text}
    </text>
  );
}

/** Without the brackets after it: the list has the whole name. */
function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)$/u, '');
}
