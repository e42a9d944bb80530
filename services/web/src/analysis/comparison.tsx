import { scaleLinear } from 'd3-scale';
import { Link } from 'wouter';
import { useViewer } from '../frame/viewer.js';
import { column, type Column } from '../parts/data-table/column.js';
import { DataTable } from '../parts/data-table/data-table.js';
import { language, t } from '../words/words.js';
import { ratePer1000, type Rate } from './rate.js';
import { shortDistrict } from './short-district.js';
import { useDistrictCounts } from './use-district-counts.js';
import { comparedRegime } from './sought.js';
import { useSought } from './use-sought.js';

interface Compared {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  /** Undefined: too few to compare. */
  readonly rate: Rate | undefined;
}

const ROW = 26;
const LEFT = 104;
const WIDTH = 360;
const RIGHT = 352;

/** Districts per 1,000 residents, with what chance alone may explain. */
export function Comparison() {
  const { districts } = useViewer();
  const { districts: chosen, sought } = useSought();
  const all = useDistrictCounts();
  const counts = useDistrictCounts({ regime: comparedRegime(sought), isAsked: all !== undefined });
  const compared = districts
    .filter(({ code }) => chosen.includes(code))
    .flatMap(({ code, name, population }): Compared[] => {
      const total = counts?.get(code);
      return total === undefined ? [] : [{ code, name, total, rate: ratePer1000(total, population) }];
    });
  return (
    <div className="part chart">
      <h2>{t('analysis.per1000')}</h2>
      <p className="muted">{t('analysis.intervalMeans')}</p>
      {compared.length > 0 && (
        <>
          {compared.some(({ rate }) => rate) && (
            <div className="d-gap">
              <Whiskers compared={compared} />
            </div>
          )}
          <ComparisonTable compared={compared} />
        </>
      )}
    </div>
  );
}

function Whiskers({ compared }: { readonly compared: readonly Compared[] }) {
  const most = Math.max(...compared.map(({ rate }) => rate?.high ?? 0), 0.1);
  const x = scaleLinear([0, most], [LEFT, RIGHT]).nice(3);
  const bottom = compared.length * ROW;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${bottom + 22}`} role="img" aria-label={t('analysis.comparisonChart')}>
      {x.ticks(4).map((tick) => (
        <g key={tick}>
          <path className="grid-line" d={`M${x(tick)} 0V${bottom}`} />
          <text x={x(tick)} y={bottom + 16} textAnchor="middle">
            {number(tick)}
          </text>
        </g>
      ))}
      {compared.map(({ code, name, rate }, at) => {
        const y = at * ROW + 13;
        return (
          <g key={code}>
            <text className="lab" x={0} y={y + 4}>
              {shortDistrict(name)}
            </text>
            {rate ? (
              <>
                <path
                  className="whisk"
                  d={`M${x(rate.low)} ${y}H${x(rate.high)}M${x(rate.low)} ${y - 4}v8M${x(rate.high)} ${y - 4}v8`}
                />
                <circle className="dot" cx={x(rate.rate)} cy={y} r={5} />
              </>
            ) : (
              <text x={LEFT} y={y + 4} dx={6}>
                {t('analysis.tooFewShort')}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function ComparisonTable({ compared }: { readonly compared: readonly Compared[] }) {
  const { linkTo, sought } = useSought();
  const regime = comparedRegime(sought);
  return (
    <DataTable
      look="nums"
      columns={comparedColumns((code) => linkTo({ districts: [code], regimes: [regime] }))}
      rows={compared}
      idOf={({ code }) => code}
    />
  );
}

function comparedColumns(hrefOf: (district: string) => string): readonly Column<Compared>[] {
  return [
    column('district', t('analysis.district'), ({ name }) => shortDistrict(name), { as: 'head' }),
    column('total', t('analysis.total'), ({ total }) => total, {
      cell: ({ code, total }) => <Link href={hrefOf(code)}>{total}</Link>,
      align: 'end',
    }),
    column('rate', t('analysis.rate'), ({ rate }) => (rate ? tenth(rate.rate) : t('analysis.tooFew')), {
      align: 'end',
      look: ({ rate }) => (rate ? '' : 'muted'),
      span: ({ rate }) => (rate ? 1 : 2),
    }),
    column('interval', t('analysis.interval'), ({ rate }) => rate && `${tenth(rate.low)}–${tenth(rate.high)}`, {
      align: 'end',
      span: ({ rate }) => (rate ? 1 : 0),
    }),
  ];
}

function number(value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

function tenth(value: number): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}
