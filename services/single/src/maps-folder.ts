import { join } from 'node:path';
import type { Composition } from './composition.js';

/** Of the districts' maps: files that the operator puts in, of which a backup has none. */
export function mapsFolder({ config, dataDir }: Pick<Composition, 'config' | 'dataDir'>): string {
  return config.maps ?? join(dataDir, 'maps');
}
