/** Of `58.6, 125.3`, as a form of its pattern has it; undefined for nothing. */
export function pointIn(text: string): { readonly latitude: number; readonly longitude: number } | undefined {
  if (text.trim() === '') return undefined;
  const [latitude, longitude] = text.split(',').map(Number);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
