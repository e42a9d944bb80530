/** «Алданский» of «Алданский район»: the column's head says that they are districts. */
export function shortDistrict(name: string): string {
  return name.replace(/ (район|улус|district)$/, '');
}
