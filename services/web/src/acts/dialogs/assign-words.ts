import { use } from 'react';
import { useDistrict } from '../../frame/district.js';
import { hasRole, useViewer } from '../../frame/viewer.js';
import { InPlace } from '../../parts/in-place.js';
import { t } from '../../words/words.js';
import type { SaidWith } from './resolution-fields.js';

/** What the button of an assignment says will happen: a head who has written a resolution imposes it. */
export function useAssignWords({ resolution }: SaidWith): string {
  const { code } = useDistrict();
  const isHead = hasRole(useViewer(), code, 'HEAD');
  const isInPlace = use(InPlace) !== undefined;
  if (isHead && resolution) return t('dialogs.resolveDo');
  return t(isInPlace ? 'card.assignNext' : 'dialogs.assignDo');
}
