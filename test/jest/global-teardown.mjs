export default function globalTeardown() {
  return globalThis.__otklikStopServers();
}
