/** A shield until the district's own emblem is known. */
export function Emblem() {
  return (
    <svg viewBox="0 0 44 52" aria-hidden="true" className="emblem">
      <path d="M2 2h40v27c0 11-9 17-20 21C11 46 2 40 2 29z" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path d="M6 29l9-13 6 8 5-6 12 13" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinejoin="round" />
      <path d="M7 35q5-3 10 0t10 0 10 0M11 41q5-3 11 0t11 0" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
