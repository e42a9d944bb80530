import { createContext, use, type ReactNode } from 'react';
import { DeadlineZone } from '../parts/deadline.js';
import { useViewer, type Viewer } from './viewer.js';

/** The district of the address: `/desk/<district>/…`. */
export type CurrentDistrict = Viewer['districts'][number];

const DistrictContext = createContext<CurrentDistrict | undefined>(undefined);
const LAST = 'otklik.district';

export function useDistrict(): CurrentDistrict {
  const district = use(DistrictContext);
  if (!district) throw new Error('useDistrict needs DistrictProvider.');
  return district;
}

/** Shows its children for a district of the official, else `otherwise`. */
export function DistrictProvider(props: {
  readonly code: string;
  readonly children: ReactNode;
  readonly otherwise: ReactNode;
}) {
  const { districts } = useViewer();
  const district = districts.find(({ code }) => code === props.code);
  if (!district) return props.otherwise;
  localStorage.setItem(LAST, district.code);
  return (
    <DistrictContext value={district}>
      <DeadlineZone value={district.zone}>{props.children}</DeadlineZone>
    </DistrictContext>
  );
}

/** Where the desk opens: the district that was open last, else the first. */
export function firstDistrict({ districts }: Viewer): string | undefined {
  const last = localStorage.getItem(LAST);
  return (districts.find(({ code }) => code === last) ?? districts[0])?.code;
}
