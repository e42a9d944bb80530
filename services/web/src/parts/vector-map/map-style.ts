import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** What the server says of the district's file (`/maps/<code>.json`). */
export interface DistrictMapFile {
  /** West, south, east, north, in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Names of its layers. */
  readonly layers: readonly string[];
  /** Whose data it is; empty where the file does not say. */
  readonly attribution: string;
}

/** CSS colours of the page's look. */
export interface MapColours {
  readonly ground: string;
  readonly wood: string;
  readonly water: string;
  readonly building: string;
  readonly road: string;
  readonly edge: string;
  readonly ink: string;
}

export const FONTS = ['Golos Text Variable', 'Arial'];
/** The widest road is so many pixels wide in a town. */
const WIDEST = 9;

/** Names of one kind of layer in OpenMapTiles, in Protomaps' basemap and in Shortbread. */
const known = {
  woods: ['landcover', 'landuse', 'land'],
  water: ['water', 'water_polygons', 'ocean'],
  rivers: ['waterway', 'water', 'water_lines'],
  buildings: ['building', 'buildings'],
  roads: ['transportation', 'roads', 'streets'],
  streetNames: ['transportation_name', 'roads', 'street_labels'],
  placeNames: ['place', 'places', 'place_labels'],
} as const;

const kind: ExpressionSpecification = ['coalesce', ['get', 'class'], ['get', 'kind'], ''];
const name: ExpressionSpecification = ['coalesce', ['get', 'name:ru'], ['get', 'name'], ''];
const is = (type: string): ExpressionSpecification => ['==', ['geometry-type'], type];
const kindIn = (...kinds: string[]): ExpressionSpecification => ['in', kind, ['literal', kinds]];
const main = ['motorway', 'trunk', 'primary', 'highway', 'major_road'];

/** Few quiet layers below the numbers. `drawn`: names of settlements that the district's own points show. */
export function styleOf(
  file: DistrictMapFile,
  colours: MapColours,
  tiles: string,
  drawn: readonly string[],
): StyleSpecification {
  const { bounds, minZoom, maxZoom } = file;
  return {
    version: 8,
    sources: {
      map: { type: 'vector', tiles: [tiles], minzoom: minZoom, maxzoom: maxZoom, bounds: [...bounds] },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.ground } },
      ...areas(file, colours),
      ...lines(file, colours),
      ...names(file, colours, drawn),
    ],
  };
}

type Kind = keyof typeof known;

/** A layer of the style for each layer of that kind that the file has. */
function each(file: DistrictMapFile, of: Kind, layer: (id: string, from: string) => LayerSpecification) {
  return known[of].filter((from) => file.layers.includes(from)).map((from) => layer(`${of} ${from}`, from));
}

function areas(file: DistrictMapFile, colours: MapColours): readonly LayerSpecification[] {
  const area = (of: Kind, colour: string, filter: ExpressionSpecification = is('Polygon'), minzoom = 0) =>
    each(file, of, (id, from) => ({
      id,
      type: 'fill',
      source: 'map',
      'source-layer': from,
      minzoom,
      filter,
      paint: { 'fill-color': colour },
    }));
  return [
    ...area('woods', colours.wood, ['all', is('Polygon'), kindIn('wood', 'forest')]),
    ...area('water', colours.water),
    ...area('buildings', colours.building, is('Polygon'), 13),
  ];
}

function lines(file: DistrictMapFile, colours: MapColours): readonly LayerSpecification[] {
  const line = (of: Kind, part: string, given: { colour: string; filter: ExpressionSpecification; widest: number }) =>
    each(file, of, (id, from) => ({
      id: `${id} ${part}`,
      type: 'line',
      source: 'map',
      'source-layer': from,
      filter: ['all', is('LineString'), given.filter],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': given.colour,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 5, given.widest / 9, 16, given.widest],
      },
    }));
  return [
    ...line('rivers', 'all', { colour: colours.water, filter: ['literal', true] as never, widest: WIDEST / 2 }),
    ...line('roads', 'other', { colour: colours.road, filter: ['!', kindIn(...main)], widest: WIDEST / 2 }),
    ...line('roads', 'main', { colour: colours.edge, filter: kindIn(...main), widest: WIDEST }),
  ];
}

/** Drawn by the browser's own fonts: the style names no server of letters. */
function names(file: DistrictMapFile, colours: MapColours, drawn: readonly string[]): readonly LayerSpecification[] {
  const paint = { 'text-color': colours.ink, 'text-halo-color': colours.ground, 'text-halo-width': 1.5 };
  return [
    ...each(file, 'streetNames', (id, from) => ({
      id,
      type: 'symbol',
      source: 'map',
      'source-layer': from,
      minzoom: 13,
      filter: is('LineString'),
      layout: { 'symbol-placement': 'line', 'text-field': name, 'text-font': FONTS, 'text-size': 12 },
      paint,
    })),
    ...each(file, 'placeNames', (id, from) => ({
      id,
      type: 'symbol',
      source: 'map',
      'source-layer': from,
      filter: ['all', is('Point'), ['!', ['in', name, ['literal', [...drawn]]]]],
      layout: { 'text-field': name, 'text-font': FONTS, 'text-size': 12 },
      paint,
    })),
  ];
}
