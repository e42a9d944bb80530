import { dropStatement, replaceCode } from './locate/change.js';
import type { Mutant } from './mutants.js';

const served = 'maps.spec.ts';

/** The district's vector map: its pieces, whose it is, and what is taken as one; and the public map. */
export const mapMutants: readonly Mutant[] = [
  {
    name: 'map: a piece is one byte too long',
    in: 'web: byteRange',
    change: replaceCode('Math.min(to, size - 1)', 'Math.min(to + 1, size - 1)'),
    spec: served,
    test: 'sends the piece that is asked for, with where it lies',
  },
  {
    name: 'map: pieces of two files are joined',
    in: 'web: sendPiece',
    change: replaceCode("headers['if-range'] === undefined || headers['if-range'] === tag", 'true'),
    spec: served,
    test: 'sends nothing again that the reader holds, and no piece of another file than the one begun',
  },
  {
    name: 'map: a district shows the file of another',
    in: 'web: MapFolder.pathOf',
    change: replaceCode('${district}.pmtiles', 'aldan.pmtiles'),
    spec: served,
    test: 'gives each district its own file, and nothing outside the folder',
  },
  {
    name: 'map: a copy that broke off is taken',
    in: 'web: mapHeader',
    change: dropStatement('demandWhole'),
    spec: served,
    test: 'does not take a copy that broke off, and shows what was there',
  },
  {
    name: 'map: what a file says of itself is read for each tile',
    in: 'web: openedMap',
    change: dropStatement('known', 'tag'),
    spec: served,
    test: 'is read again only where the file is another one: each tile asks for it',
  },
  {
    name: 'map: the map of another district is taken',
    in: 'single: demandOf',
    change: dropStatement('WrongMap'),
    spec: 'map.int.spec.ts',
    test: 'takes neither what is no map nor the map of another district',
  },
  {
    name: 'map: the public map counts at a settlement what its page does not show',
    in: 'web: publicPlaces',
    change: replaceCode("issuesOf(issues, { topic: '', settlement })", 'issues'),
    spec: 'district-map-page.spec.ts',
    test: 'has each number on the plan and in the list, a link to the page of its settlement',
  },
  {
    name: 'map: the public map loads a script on a page of a list',
    in: 'web: districtMapPage',
    change: replaceCode('isWhole ? script : undefined', 'script'),
    spec: 'district-map-page.spec.ts',
    test: 'lists what one number of the vector map joins, what is known of two settlements once',
  },
];
