import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../words/words.js';
import type { DistrictMapFile } from '../../parts/vector-map/map-style.js';
import type { DrawnMap, MappedPlace, Pin } from '../../parts/vector-map/vector-map.js';

export interface VectorPlanProps {
  readonly district: string;
  readonly file: DistrictMapFile;
  readonly places: readonly MappedPlace[];
  /** Of the list of these settlements. */
  readonly hrefOf: (codes: string) => string;
  /** The map cannot be drawn: the plan is. */
  readonly onFailed: () => void;
}

/** Undefined until it is known, null where the administrator put none in. */
export function useMapFile(district: string): DistrictMapFile | null | undefined {
  const [file, setFile] = useState<DistrictMapFile | null>();
  useEffect(() => {
    const asked = new AbortController();
    void fetch(`/maps/${district}.json`, { signal: asked.signal })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { map: DistrictMapFile | null }).map : null))
      .catch(() => null)
      .then((map) => asked.signal.aborted || setFile(map));
    return () => asked.abort();
  }, [district]);
  return file;
}

/** The district's own vector map with its questions. Its library is loaded here, and nowhere else. */
export function VectorPlan({ district, file, places, hrefOf, onFailed }: VectorPlanProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap>(undefined);
  const [, navigate] = useLocation();
  const latest = useRef({ places, hrefOf, onFailed, navigate });
  useEffect(() => {
    latest.current = { places, hrefOf, onFailed, navigate };
    drawn.current?.show(places);
  });
  useEffect(() => {
    let isClosed = false;
    void import('../../parts/vector-map/vector-map.js')
      .then(({ drawMap }) => {
        if (isClosed) return;
        const words = { map: t('map.vector'), zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') };
        const address = `/maps/${district}.pmtiles`;
        const dress = (link: HTMLAnchorElement, pin: Pin) => dressPin(link, pin, latest.current);
        const failed = () => latest.current.onFailed();
        drawn.current = drawMap(frame.current!, { file, address, words, dress, failed }, latest.current.places);
      })
      .catch(() => latest.current.onFailed());
    return () => {
      isClosed = true;
      drawn.current?.close();
      drawn.current = undefined;
    };
  }, [district, file]);
  return <div ref={frame} className="map-vector" />;
}

interface PinContext {
  readonly places: readonly MappedPlace[];
  readonly hrefOf: (codes: string) => string;
  readonly navigate: (href: string) => void;
}

/** A link to the list; it opens in place, and elsewhere where the reader asks for that. */
function dressPin(link: HTMLAnchorElement, pin: Pin, { places, hrefOf, navigate }: PinContext): void {
  const { codes, count, marked } = pin;
  const names = codes.map((code) => places.find((place) => place.code === code)?.name ?? code);
  link.href = hrefOf(codes.join(','));
  link.classList.add('map-pin', 'num');
  link.classList.toggle('is-late', marked > 0);
  link.textContent = String(count);
  const late = marked > 0 ? `, ${t('map.overdue', { count: marked })}` : '';
  link.setAttribute('aria-label', `${names.join(', ')}: ${count}${late}`);
  link.title = `${names.join(', ')}${late}`;
  link.onclick = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(link.getAttribute('href')!);
  };
}
