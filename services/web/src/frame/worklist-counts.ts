import { useDistrict } from './district.js';
import type { Counts } from './rail.js';
import { hasRole, useViewer } from './viewer.js';

/** How many items each worklist of the official has. */
export function useWorklistCounts(): Counts {
  const viewer = useViewer();
  const { code } = useDistrict();
  const none = { total: 0, totalIsExact: true };
  return {
    ...(hasRole(viewer, code, 'EXECUTOR') ? { MINE: none } : {}),
    IN_WORK: none,
    OVERDUE: none,
  };
}
