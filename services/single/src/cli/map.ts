import { resolve } from 'node:path';
import type { District } from '@otklik/tenancy';
import type { OpenMap } from '@otklik/web/module';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { mapsFolder } from '../maps-folder.js';
import { required, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';

/** The vector map of a district, one file that the administrator makes or is given. */
export const mapCommand: OperatorCommand = {
  name: 'map',
  declare: (program, run) => {
    const map = program.command('map').description('the vector map of a district: one file of PMTiles');
    map
      .command('put <file>')
      .description('check the file and show it on the district’s map from now on')
      .requiredOption('--district <code>', 'whose')
      .action((file: string, given: { district: string }) => run({ act: 'put', file: resolve(file), ...given }));
    for (const [act, says] of [
      ['show', 'say which part of the earth the district’s map shows, and whose data it is'],
      ['remove', 'take the file away: the drawn plan is shown again'],
    ] as const)
      map
        .command(act)
        .description(says)
        .requiredOption('--district <code>', 'whose')
        .action((given: { district: string }) => run({ act, ...given }));
  },
  execute: async (composition, args, report) => {
    const district = districtOf(composition, required(args, 'district'));
    const { MapFolder } = await import('@otklik/web/module');
    const folder = new MapFolder(mapsFolder(composition));
    if (args['act'] === 'put') return put(folder, district, required(args, 'file'), report);
    if (args['act'] === 'remove') {
      await folder.remove(district.code);
      report.print(`${district.code} has no map now; the drawn plan is shown.`);
      return 0;
    }
    return show(folder, district, report);
  },
};

type Maps = InstanceType<(typeof import('@otklik/web/module'))['MapFolder']>;

async function put(folder: Maps, district: District, file: string, report: Report): Promise<number> {
  const { WrongMap } = await import('@otklik/web/module');
  try {
    const map = await folder.put(district.code, file, (read) => demandOf(district, read, WrongMap));
    report.print(`${district.code}: the map is shown from now on. ${wordsOf(map)}`);
    if (map.attribution === '')
      report.warn(
        'The file does not say whose data it is (`attribution` in its metadata), and the map does not, either.',
      );
    return 0;
  } catch (error) {
    if (!(error instanceof WrongMap)) throw error;
    throw new PlainError(`${file} is not taken: ${error.message}. Nothing was changed.`);
  }
}

/** A settlement of the district must be on it: the map of another district is a mistake. */
function demandOf({ settlements }: District, { bounds }: OpenMap, WrongMap: new (why: string) => Error): void {
  const [west, south, east, north] = bounds;
  const points = settlements.flatMap(({ point }) => point ?? []);
  const isOn = points.some(
    ({ latitude, longitude }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  );
  if (points.length > 0 && !isOn) throw new WrongMap('it shows no settlement of this district: it is of another place');
}

async function show(folder: Maps, { code }: District, report: Report): Promise<number> {
  const map = await folder.open(code);
  await map?.file.close();
  report.print(map ? `${code}: ${wordsOf(map)}` : `${code} has no map; the drawn plan is shown.`);
  return 0;
}

function wordsOf({ bounds, minZoom, maxZoom, size, layers, attribution }: Omit<OpenMap, 'file'>): string {
  const [west, south, east, north] = bounds.map((degrees) => degrees.toFixed(2));
  const of = attribution === '' ? '' : ` ${attribution}.`;
  const mib = (size / 1024 ** 2).toFixed(1);
  return `${mib} MiB, ${south}–${north} N, ${west}–${east} E, zooms ${minZoom}–${maxZoom}, layers ${layers.join(', ')}.${of}`;
}
