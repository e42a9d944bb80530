export interface MapPoint {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface MapLink {
  readonly name: string;
  readonly href: string;
}

/** Sites on which a point is shown. They are links: nothing is asked of a site until the reader follows one. */
const sites: Readonly<Record<string, (latitude: string, longitude: string) => string>> = {
  'Яндекс Карты': (latitude, longitude) => `https://yandex.ru/maps/?pt=${longitude},${latitude}&z=17&l=map`,
  '2ГИС': (latitude, longitude) => `https://2gis.ru/geo/${longitude},${latitude}`,
  OpenStreetMap: (latitude, longitude) =>
    `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
};

/** Five digits after the point are about a metre. */
const DIGITS = 5;

/** `58.60000, 125.30000` */
export function coordinates({ latitude, longitude }: MapPoint): string {
  return `${latitude.toFixed(DIGITS)}, ${longitude.toFixed(DIGITS)}`;
}

/** The device's own map: the reader has chosen it. */
export function deviceMap({ latitude, longitude }: MapPoint): string {
  const at = `${latitude.toFixed(DIGITS)},${longitude.toFixed(DIGITS)}`;
  return `geo:${at}?q=${at}`;
}

export function mapLinks({ latitude, longitude }: MapPoint): readonly MapLink[] {
  const [north, east] = [latitude.toFixed(DIGITS), longitude.toFixed(DIGITS)];
  return Object.entries(sites).map(([name, hrefOf]) => ({ name, href: hrefOf(north, east) }));
}
