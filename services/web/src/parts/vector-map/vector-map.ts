import {
  addProtocol,
  Map as VectorMap,
  Marker,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
  type LayerSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Protocol } from 'pmtiles';
import { FONTS, styleOf, type DistrictMapFile, type MapColours } from './map-style.js';
import 'maplibre-gl/dist/maplibre-gl.css';
import './vector-map.css';

/** A settlement whose point is known, with how much there is of it. */
export interface MappedPlace {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  /** Of them those that are marked: late on the desk, what is known now on the public page. */
  readonly marked: number;
  readonly point: { readonly latitude: number; readonly longitude: number };
}

/** One place of the map with a number: a settlement, or several that are near each other at this zoom. */
export interface Pin {
  /** Of the settlements. */
  readonly codes: readonly string[];
  readonly count: number;
  readonly marked: number;
}

export interface VectorMapOptions {
  readonly file: DistrictMapFile;
  /** Its address at this server. */
  readonly address: string;
  /** By language: what its buttons are called. */
  readonly words: { readonly zoomIn: string; readonly zoomOut: string; readonly map: string };
  /** Writes a pin's number, name and list into its link: a new one, or one that stays and means something else now. */
  readonly dress: (link: HTMLAnchorElement, pin: Pin) => void;
  /** It cannot be drawn on this device. */
  readonly failed: () => void;
}

export interface DrawnMap {
  /** Asks for the lists of all pins again; of the same places nothing is drawn again. */
  show(places: readonly MappedPlace[]): void;
  close(): void;
}

interface PlacedPin {
  readonly link: HTMLAnchorElement;
  readonly marker: Marker;
  pin: Pin;
}

/** Circles nearer than this many pixels are one. */
const CLUSTER_RADIUS = 44;
const CLOSEST = 17;

type AddedLayer = Parameters<VectorMap['addLayer']>[0] & LayerSpecification;

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

/** Throws where the browser has no WebGL. */
export function drawMap(container: HTMLElement, given: VectorMapOptions, places: readonly MappedPlace[]): DrawnMap {
  const { file, address, words, failed } = given;
  const tiles = `pmtiles://${address}/{z}/{x}/{y}`;
  const drawn = places.map(({ name }) => name);
  const style = () => styleOf(file, coloursOf(container), tiles, drawn);
  const map = new VectorMap({
    container,
    style: style(),
    bounds: boundsOf(places, file),
    fitBoundsOptions: { padding: 56, maxZoom: 12 },
    maxZoom: CLOSEST,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: {
      'Map.Title': words.map,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
    },
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  let shown = places;
  const pins = new Map<string, PlacedPin>();
  map.on('webglcontextlost', failed);
  map.on('load', () => {
    addPlaces(map, shown, coloursOf(container));
    map.on('idle', () => showPins(map, pins, given.dress));
  });
  const unfollow = followTheme(() => {
    if (map.getSource('full')) recolour(map, [...style().layers, ...placeLayers(coloursOf(container))]);
  });
  return {
    show(next) {
      const isSame = JSON.stringify(next) === JSON.stringify(shown);
      shown = next;
      for (const { link, pin } of pins.values()) given.dress(link, pin);
      if (isSame) return;
      map.getSource<GeoJSONSource>('full')?.setData(featuresOf(next, true));
      map.getSource<GeoJSONSource>('quiet')?.setData(featuresOf(next, false));
    },
    close() {
      unfollow();
      map.remove();
    },
  };
}

/** Calls when the page gets other colours: chosen here, or by the device. Returns what ends it. */
function followTheme(changed: () => void): () => void {
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const devices = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const device of devices) device.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    for (const device of devices) device.removeEventListener('change', changed);
  };
}

/** The layers stay, with the paint that they have in the present theme. */
function recolour(map: VectorMap, layers: readonly LayerSpecification[]): void {
  for (const { id, paint } of layers)
    for (const [property, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, property as never, value as never);
}

/** What the district's settlements need, and of the file's part of the earth where they have no points. */
function boundsOf(places: readonly MappedPlace[], { bounds }: DistrictMapFile): [number, number, number, number] {
  if (places.length === 0) return [...bounds];
  const east = places.map(({ point }) => point.longitude);
  const north = places.map(({ point }) => point.latitude);
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)];
}

function featuresOf(places: readonly MappedPlace[], isFull: boolean): Parameters<GeoJSONSource['setData']>[0] {
  const of = places.filter(({ count }) => count > 0 === isFull);
  return {
    type: 'FeatureCollection',
    features: of.map(({ code, name, count, marked, point }) => ({
      type: 'Feature',
      properties: { codes: code, name, count, marked },
      geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    })),
  };
}

function addPlaces(map: VectorMap, places: readonly MappedPlace[], colours: MapColours): void {
  map.addSource('quiet', { type: 'geojson', data: featuresOf(places, false) });
  map.addSource('full', {
    type: 'geojson',
    data: featuresOf(places, true),
    cluster: true,
    clusterRadius: CLUSTER_RADIUS,
    clusterMaxZoom: CLOSEST,
    clusterProperties: {
      count: ['+', ['get', 'count']],
      marked: ['+', ['get', 'marked']],
      codes: [
        ['concat', ['accumulated'], ',', ['get', 'codes']],
        ['get', 'codes'],
      ],
    },
  });
  for (const layer of placeLayers(colours)) map.addLayer(layer);
}

function placeLayers(colours: MapColours): readonly AddedLayer[] {
  const paint = { 'text-color': colours.ink, 'text-halo-color': colours.ground, 'text-halo-width': 2 };
  const circle = { 'circle-color': colours.ground, 'circle-stroke-color': colours.ink, 'circle-stroke-width': 1.5 };
  const names = (source: string, offset: number): AddedLayer => ({
    id: `names of ${source}`,
    type: 'symbol',
    source,
    filter: ['!', ['has', 'point_count']],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONTS,
      'text-size': 14,
      'text-anchor': 'left',
      'text-offset': [offset, 0],
    },
    paint,
  });
  return [
    { id: 'quiet', type: 'circle', source: 'quiet', paint: { ...circle, 'circle-radius': 4 } },
    names('quiet', 0.7),
    names('full', 1.5),
    // Without a layer of its own the source would make no clusters; what is seen of them are links.
    { id: 'full', type: 'circle', source: 'full', paint: { 'circle-opacity': 0 } },
  ];
}

/** Links at the circles of the present zoom; one that stays keeps the focus. */
function showPins(map: VectorMap, pins: Map<string, PlacedPin>, dress: VectorMapOptions['dress']): void {
  const seen = new Set<string>();
  for (const { properties, geometry } of map.querySourceFeatures('full')) {
    if (geometry.type !== 'Point') continue;
    const { codes, count, marked } = properties as { codes: string; count: number; marked: number };
    if (seen.has(codes)) continue;
    seen.add(codes);
    const placed = pins.get(codes) ?? placedPin(map, geometry.coordinates as [number, number]);
    placed.pin = { codes: codes.split(','), count, marked };
    dress(placed.link, placed.pin);
    pins.set(codes, placed);
  }
  for (const [codes, { marker }] of pins)
    if (!seen.has(codes)) {
      marker.remove();
      pins.delete(codes);
    }
}

function placedPin(map: VectorMap, at: [longitude: number, latitude: number]): PlacedPin {
  const link = document.createElement('a');
  const marker = new Marker({ element: link }).setLngLat(at).addTo(map);
  return { link, marker, pin: { codes: [], count: 0, marked: 0 } };
}

const GREEN = '#2f6b3a';
const BLUE = '#2f7f9c';

/** `#rrggbb` with a share of another such colour, as quiet as the ground is. The library's style knows no `color-mix`. */
function mixed(ground: string, colour: string, share: number): string {
  if (!/^#[\da-f]{6}$/i.test(ground)) return colour;
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [ground, colour].map((one) => Number.parseInt(one.slice(at, at + 2), 16)) as [number, number];
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Of the theme that the page has. */
function coloursOf(element: HTMLElement): MapColours {
  const style = getComputedStyle(element);
  const of = (token: string): string => style.getPropertyValue(token).trim();
  return {
    ground: of('--ground'),
    wood: mixed(of('--ground'), GREEN, 0.14),
    water: mixed(of('--ground'), BLUE, 0.35),
    building: of('--rule'),
    road: of('--paper'),
    edge: of('--edge'),
    ink: of('--ink'),
  };
}
