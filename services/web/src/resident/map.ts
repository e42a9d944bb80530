import type { DistrictMapFile } from '../parts/vector-map/map-style.js';
import type { DrawnMap, MappedPlace, Pin } from '../parts/vector-map/vector-map.js';

/** A settlement as the list of the page says it. */
interface PublicPlace extends MappedPlace {
  readonly href: string;
  readonly answers: number;
  /** Ids of what is known of it. */
  readonly issues: readonly string[];
}

function placesIn(page: ParentNode): readonly PublicPlace[] {
  return [...page.querySelectorAll<HTMLAnchorElement>('a[data-at]')].map((link) => {
    const { code, at, answers: counted = '0', issues: known = '' } = link.dataset;
    const [latitude, longitude] = at!.split(',').map(Number) as [number, number];
    const issues = known.split(',').filter(Boolean);
    const answers = Number(counted);
    const count = answers + issues.length;
    const point = { latitude, longitude };
    return {
      code: code!,
      name: link.textContent,
      href: link.href,
      answers,
      issues,
      count,
      marked: issues.length,
      point,
    };
  });
}

/** A link to the settlement's page; of several, to the list of them, in which what is known of two is there once. */
function dress(link: HTMLAnchorElement, { codes }: Pin, places: readonly PublicPlace[], words: string): void {
  const joined = places.filter(({ code }) => codes.includes(code));
  const answers = joined.reduce((sum, one) => sum + one.answers, 0);
  const known = new Set(joined.flatMap(({ issues }) => issues)).size;
  const [only] = joined;
  link.href = joined.length === 1 ? only!.href : `?at=${joined.map(({ code }) => code).join(',')}`;
  link.classList.add('map-pin');
  const mark = document.createElement('span');
  mark.className = 'map-mark';
  mark.textContent = `!${known}`;
  link.replaceChildren(...(answers > 0 ? [String(answers)] : []), ...(known > 0 ? [mark] : []));
  const filled: Readonly<Record<string, string>> = {
    place: joined.map(({ name }) => name).join(', '),
    answers: String(answers),
    issues: String(known),
  };
  const label = words.replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '');
  link.setAttribute('aria-label', label);
  link.title = label;
}

async function fileOf(district: string): Promise<DistrictMapFile> {
  const answer = await fetch(`/maps/${district}.json`);
  return ((await answer.json()) as { map: DistrictMapFile }).map;
}

/** The library is loaded when the button is pressed, and by it alone. */
function start(button: HTMLButtonElement): void {
  const element = (id: string): HTMLElement => document.getElementById(id)!;
  const [plan, map, source, failure] = [element('plan'), element('map'), element('map-source'), element('map-failed')];
  const { district, title, in: zoomIn, out: zoomOut, place } = map.dataset as Readonly<Record<string, string>>;
  const showMap = button.textContent;
  let drawn: DrawnMap | undefined;

  const show = (isMap: boolean): void => {
    plan.hidden = isMap;
    map.hidden = !isMap;
    source.hidden = !isMap || source.textContent === '';
    button.textContent = isMap ? button.dataset['plan']! : showMap;
  };
  const failed = (): void => {
    show(false);
    drawn?.close();
    button.hidden = true;
    failure.hidden = false;
  };
  const draw = async (): Promise<void> => {
    const [{ drawMap }, file] = await Promise.all([import('../parts/vector-map/vector-map.js'), fileOf(district!)]);
    const places = placesIn(document);
    source.textContent = file.attribution && map.dataset['source']!.replace('{source}', file.attribution);
    // The library measures what it draws into.
    show(true);
    const words = { map: title!, zoomIn: zoomIn!, zoomOut: zoomOut! };
    const dressed = (link: HTMLAnchorElement, pin: Pin) => dress(link, pin, places, place!);
    drawn = drawMap(map, { file, address: `/maps/${district}.pmtiles`, words, dress: dressed, failed }, places);
  };
  button.onclick = () => {
    if (drawn) return show(!plan.hidden);
    button.disabled = true;
    void draw()
      .catch(failed)
      .finally(() => {
        button.disabled = false;
        button.focus();
      });
  };
  button.hidden = false;
}

const button = document.getElementById('map-show');
if (button) start(button as HTMLButtonElement);
